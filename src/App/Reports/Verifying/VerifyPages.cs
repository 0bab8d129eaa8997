using System.Security.Cryptography;
using Ita.Reports.Summaries;

namespace Ita.App.Reports.Verifying;

/// <param name="Report">Null when no report has this id.</param>
/// <param name="Name">The agency's name; for a summary its scope.</param>
/// <param name="HasHash">True when the hash of a file was compared.</param>
public sealed record VerifyView(string Id, VerifiedReport? Report, string? Name, bool HasHash);

/// <summary>The page of a seal, and POST verify/{id}, which compares the hash of a PDF file with the one that was printed.</summary>
internal sealed class VerifyPages(ResultTable results)
{
    private const long MostBytes = 20_000_000;

    /// <summary>The address of the page that a seal's QR code opens.</summary>
    public static string Address(string id) => $"/api/v1/verify/{id}";

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapPost("/verify/{id}", CompareAsync).Needs(Right.Anyone).WithMetadata(new AnyId()).DisableAntiforgery();

    public async Task<IResult> ShowAsync(string id, VerifiedReport? report, bool hasHash, CancellationToken cancellationToken) =>
        await PageAnswer.RenderAsync<VerifyPage>(
            new VerifyView(id, report, report is null ? null : await NameOfAsync(report, cancellationToken), hasHash),
            report is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);

    // The file is hashed and not stored.
    private static async Task<IResult> CompareAsync(string id, HttpContext context, CancellationToken cancellationToken)
    {
        if (await UploadBody.ReadAsync(context.Request, MostBytes, cancellationToken) is not { IsFile: true } body)
        {
            return Refusal.Invalid("upload-empty").ToResult();
        }

        await using (body)
        {
            if (body.Length > MostBytes)
            {
                return Refusal.TooLarge("request-too-large").ToResult();
            }

            body.Content.Position = 0;
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(body.Content, cancellationToken));
            return PageAnswer.SeeOther(context, $"{Address(Uri.EscapeDataString(id))}?sha256={hash}");
        }
    }

    private async Task<string?> NameOfAsync(VerifiedReport report, CancellationToken cancellationToken)
    {
        if (report.Kind != ReportKind.Summary.Code)
        {
            return (await results.FindAsync(FiscalYear.FromBuddhistEra(report.FiscalYear), report.Subject, cancellationToken))?.Name;
        }

        var scope = SummaryScope.Parse(report.Subject);
        return ScopeTitle.OfAsked(scope.Province, scope.Type);
    }
}
