using Ita.Domain.Frameworks.Checks;

namespace Ita.App.Frameworks;

/// <summary>How a framework is to be taken.</summary>
/// <param name="Year">The year it was sent for; null for the year that the file states.</param>
/// <param name="DryRun">True to check it and store nothing.</param>
/// <param name="NewVersion">True to accept that results already use the current version of its year.</param>
/// <param name="By">The id of the key.</param>
internal sealed record FrameworkOrder(int? Year, bool DryRun, bool NewVersion, string? PreviewAgency, int? PreviewYear, string By);

/// <summary>What became of a framework that was sent.</summary>
/// <param name="State">stored, unchanged, or valid in a dry run.</param>
/// <param name="Version">The version it has, or would have.</param>
/// <param name="Preview">The result of the asked agency under this framework; null when none was asked for.</param>
public sealed record FrameworkReceipt(
    int FiscalYear, string State, string Version, int Items, CaveatsObject? Caveats, FrameworkPreview? Preview, string Href);

/// <summary>Takes frameworks that an operator sends.</summary>
/// <remarks>A version is never changed: what is sent becomes the next version of its year, and a result states which one it used.</remarks>
internal sealed class FrameworkIntake(KnownFrameworks frameworks, ResultTable results, FrameworkPreviews previews, AuditTable audit)
{
    public const string Stored = "stored";
    public const string Unchanged = "unchanged";
    public const string Valid = "valid";

    public async Task<Outcome<FrameworkReceipt>> TakeAsync(byte[] file, FrameworkOrder order, CancellationToken cancellationToken)
    {
        var catalogue = frameworks.Current;
        var read = await FrameworkFiles.ReadAsync(file, catalogue, cancellationToken);
        var problems = read.Framework is { } found && order.Year is { } asked && found.Year.BuddhistEra != asked
            ? read.Problems.Add(new Problem("framework-year-differs", Severity.Error, Column: "year")
                .With("found", found.Year.ToString()).With("year", asked.ToString(CultureInfo.InvariantCulture)))
            : read.Problems;
        if (read.Framework is not { } framework || !problems.IsEmpty)
        {
            return Refusal.Invalid("framework-invalid", ("count", problems.Length.ToString(CultureInfo.InvariantCulture))) with { Faults = problems };
        }

        var current = catalogue.Find(framework.Year.BuddhistEra);
        var number = NumberOf(current) + 1;
        var next = framework with { Version = FormattableString.Invariant($"{framework.Year}.{number}") };
        if (current is not null && IsSame(current, framework))
        {
            return await ReceiptAsync(current, Unchanged, order, cancellationToken);
        }

        if (order.DryRun)
        {
            return await ReceiptAsync(next, Valid, order, cancellationToken);
        }

        if (current is not null && !order.NewVersion && await results.AllAsync(framework.Year, cancellationToken).AnyAsync(cancellationToken))
        {
            return Refusal.Conflict("framework-in-use", ("year", framework.Year.ToString()), ("version", current.Version));
        }

        if (!await frameworks.TryAddAsync(next, number, cancellationToken))
        {
            return Refusal.Conflict("framework-raced");
        }

        await audit.AppendAsync(order.By, "framework-stored", next.Version, null, cancellationToken);
        return await ReceiptAsync(next, Stored, order, cancellationToken);
    }

    // The version of the file does not count, because versions are numbered here.
    private static bool IsSame(Framework current, Framework sent) =>
        current.ToJson().AsSpan().SequenceEqual((sent with { Version = current.Version }).ToJson());

    private static int NumberOf(Framework? current) =>
        current is null ? 0
            : int.Parse(current.Version[(current.Version.IndexOf('.', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);

    private async Task<Outcome<FrameworkReceipt>> ReceiptAsync(
        Framework framework, string state, FrameworkOrder order, CancellationToken cancellationToken)
    {
        FrameworkPreview? preview = null;
        if (order.PreviewAgency is { Length: > 0 } agency)
        {
            var year = order.PreviewYear ?? framework.Year.BuddhistEra;
            preview = await previews.FindAsync(framework, year, agency, cancellationToken);
            if (preview is null)
            {
                return Refusal.Invalid("framework-preview", ("agency", agency), ("year", year.ToString(CultureInfo.InvariantCulture)));
            }
        }

        return new FrameworkReceipt(
            framework.Year.BuddhistEra, state, framework.Version, framework.Items.Length, CaveatsObject.From(framework), preview,
            $"/api/v1/frameworks/{framework.Year}");
    }
}
