using Ita.App.Agencies;
using Ita.Domain.Ranking;
using Ita.Reports.Rendering;
using Ita.Reports.Summaries;

namespace Ita.App.Reports;

/// <summary>Makes the summary of many agencies from the rows of their results and of the registry; no blob is read. Summaries are kept in memory
/// until a result of their years changes.</summary>
public sealed class SummaryDrafts(SummaryLines lines, AgencyTable agencies, KnownFrameworks frameworks) : IDisposable
{
    // Every province, every type and the nation, of two years.
    private const int MostKept = 250;

    private readonly ListFigures<(FiscalYear Year, SummaryScope Scope), SummaryState> summaries = new(MostKept);

    public void Dispose() => summaries.Dispose();

    /// <summary>Null when no agency of the scope has a result.</summary>
    public async Task<RenderedReport?> DraftAsync(FiscalYear year, SummaryScope scope, ReportOptions options, CancellationToken cancellationToken)
    {
        var (summary, computedAt, isDraft) = await SummaryAndStateAsync(year, scope, cancellationToken);
        if (summary is null)
        {
            return null;
        }

        ImmutableArray<SummaryRow> rows = [.. summary.Ranked.Select(placed => placed.Value), .. summary.Unscored];
        var title = ScopeTitle.Of(scope.Province, scope.Type, rows);
        var model = new SummaryModel(title, summary, frameworks.Current.Get(year), 1, computedAt)
        {
            Silent = await SilentAsync(year, scope, [.. rows.Select(row => row.AgencyCode)], cancellationToken),
        };
        return await Report.RenderAsync(model, options with { IsDraft = isDraft });
    }

    /// <summary>What a summary is made from, by the codes of <see cref="ReportInputs"/>.</summary>
    internal async Task<(string Code, object? Value)[]> InputsAsync(FiscalYear year, SummaryScope scope, CancellationToken cancellationToken)
    {
        var (rows, computedAt, isDraft) = RowsOf(await lines.ReadAsync(year, cancellationToken), scope);
        var before = await LinesBeforeAsync(year, cancellationToken) is { } earlier ? RowsOf(earlier, scope).Rows : default;
        var silent = await SilentAsync(year, scope, [.. rows.Select(row => row.AgencyCode)], cancellationToken);
        return [("results", (object[])[rows, computedAt]), ("state", isDraft), ("before", before.IsDefault ? null : before), ("registry", silent)];
    }

    /// <summary>The summary compared with the year before, and the time when its newest result was computed.</summary>
    public async Task<(Summary? Summary, DateTimeOffset ComputedAt)> SummaryAsync(
        FiscalYear year, SummaryScope scope, CancellationToken cancellationToken)
    {
        var (summary, computedAt, _) = await SummaryAndStateAsync(year, scope, cancellationToken);
        return (summary, computedAt);
    }

    private async Task<SummaryState> SummaryAndStateAsync(FiscalYear year, SummaryScope scope, CancellationToken cancellationToken)
    {
        var now = await lines.ReadAsync(year, cancellationToken);
        var before = await LinesBeforeAsync(year, cancellationToken);
        var (framework, frameworkBefore) = (frameworks.Current.Get(year), frameworks.Current.Find(year.BuddhistEra - 1));
        return summaries.Get((year, scope), [now, before, framework, frameworkBefore], () =>
        {
            var rows = RowsOf(now, scope);
            if (rows.Rows.IsEmpty)
            {
                return default;
            }

            var earlier = before is null ? [] : RowsOf(before, scope).Rows;
            var summary = Summary.Compute(new(framework, rows.Rows), earlier.IsEmpty ? null : new SummaryYear(frameworkBefore!, earlier));
            return new(summary, rows.ComputedAt, rows.IsDraft);
        });
    }

    /// <returns>Null when the year before has no framework.</returns>
    private async Task<SummaryLine[]?> LinesBeforeAsync(FiscalYear year, CancellationToken cancellationToken) =>
        frameworks.Current.TryGet(year.BuddhistEra - 1, out var before) ? await lines.ReadAsync(before.Year, cancellationToken) : null;

    // A summary is a draft as long as one of its results is.
    private static (ImmutableArray<SummaryRow> Rows, DateTimeOffset ComputedAt, bool IsDraft) RowsOf(SummaryLine[] lines, SummaryScope scope)
    {
        var held = lines.Where(line => scope.Holds(line.Row.Province, line.Row.Type)).ToList();
        return (
            [.. held.Select(line => line.Row)],
            held.Select(line => line.ComputedAt).DefaultIfEmpty(DateTimeOffset.MinValue).Max(),
            held.Exists(line => !line.IsPublished));
    }

    // The registry also holds agencies that said that they do not take part.
    private async Task<ImmutableArray<SilentAgency>> SilentAsync(
        FiscalYear year, SummaryScope scope, HashSet<string> known, CancellationToken cancellationToken)
    {
        var silent = new List<Agency>();
        foreach (var agency in await agencies.AllAsync(year, cancellationToken))
        {
            if (agency.Registered != false && !known.Contains(agency.Code) && scope.Holds(agency.Province, agency.Type))
            {
                silent.Add(agency);
            }
        }

        return [.. silent.OrderBy(agency => agency.Title, StringComparer.Ordinal)
            .Select(agency => new SilentAgency(agency.Title, agency.Type, agency.Province))];
    }

    private readonly record struct SummaryState(Summary? Summary, DateTimeOffset ComputedAt, bool IsDraft);
}
