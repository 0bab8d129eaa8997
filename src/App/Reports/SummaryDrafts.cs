using Ita.Domain.Ranking;
using Ita.Reports.Rendering;
using Ita.Reports.Summaries;

namespace Ita.App.Reports;

/// <summary>Makes the summary of many agencies from the rows of their results; no blob is read.</summary>
public sealed class SummaryDrafts(ResultTable results)
{
    /// <summary>Null when no agency of the scope has a result.</summary>
    public async Task<RenderedReport?> DraftAsync(FiscalYear year, SummaryScope scope, ReportOptions options, CancellationToken cancellationToken)
    {
        var (summary, computedAt, isDraft) = await SummaryAndStateAsync(year, scope, cancellationToken);
        if (summary is null)
        {
            return null;
        }

        var model = new SummaryModel(ScopeTitle.Of(scope.Province, scope.Type), summary, FrameworkCatalogue.Get(year), 1, computedAt);
        return await Report.RenderAsync(model, options with { IsDraft = isDraft });
    }

    /// <summary>The summary compared with the year before, and the time when its newest result was computed.</summary>
    public async Task<(Summary? Summary, DateTimeOffset ComputedAt)> SummaryAsync(
        FiscalYear year, SummaryScope scope, CancellationToken cancellationToken)
    {
        var (summary, computedAt, _) = await SummaryAndStateAsync(year, scope, cancellationToken);
        return (summary, computedAt);
    }

    private async Task<(Summary? Summary, DateTimeOffset ComputedAt, bool IsDraft)> SummaryAndStateAsync(
        FiscalYear year, SummaryScope scope, CancellationToken cancellationToken)
    {
        var (rows, computedAt, isDraft) = await RowsAsync(year, scope, cancellationToken);
        if (rows.IsEmpty)
        {
            return default;
        }

        var before = FiscalYear.FromBuddhistEra(year.BuddhistEra - 1);
        var (rowsBefore, _, _) =
            FrameworkCatalogue.TryGet(before.BuddhistEra, out var framework) ? await RowsAsync(before, scope, cancellationToken) : default;
        var earlier = framework is null || rowsBefore.IsDefaultOrEmpty ? null : new SummaryYear(framework, rowsBefore);
        return (Summary.Compute(new SummaryYear(FrameworkCatalogue.Get(year), rows), earlier), computedAt, isDraft);
    }

    // A summary is a draft as long as one of its results is.
    private async Task<(ImmutableArray<SummaryRow> Rows, DateTimeOffset ComputedAt, bool IsDraft)> RowsAsync(
        FiscalYear year, SummaryScope scope, CancellationToken cancellationToken)
    {
        var indicators = FrameworkCatalogue.Get(year).Indicators.Select(indicator => indicator.Number).ToList();
        var rows = ImmutableArray.CreateBuilder<SummaryRow>();
        var (newest, isDraft) = (DateTimeOffset.MinValue, false);
        var codes = indicators.Select(number => ScoreKey.Indicator(number).Code);
        string[] columns = [.. ResultBrief.Columns, ResultRow.ComputedAtColumn, ResultRow.StateColumn, .. codes];
        await foreach (var entity in results.AllAsync(year, cancellationToken, columns))
        {
            var row = ResultBrief.Read(entity);
            if (scope.Holds(row.Province, row.Type))
            {
                rows.Add(RowOf(row, entity, indicators));
                var computedAt = entity.GetDateTimeOffset(ResultRow.ComputedAtColumn)!.Value;
                newest = computedAt > newest ? computedAt : newest;
                isDraft |= entity.GetString(ResultRow.StateColumn) != StoredResult.Published;
            }
        }

        return (rows.ToImmutable(), newest, isDraft);
    }

    private static SummaryRow RowOf(ResultBrief row, TableEntity entity, List<int> indicators) => new(
        row.Agency,
        row.Name ?? row.Agency,
        row.Type,
        row.Province,
        row.Total,
        row.Rating,
        indicators
            .Select(number => (number, Score: ResultRow.Score(entity, ScoreKey.Indicator(number))))
            .Where(pair => pair.Score is not null)
            .ToImmutableSortedDictionary(pair => pair.number, pair => pair.Score!.Value),
        entity.GetString(TotalReason.Sentence))
    {
        Without = row.Without,
    };
}
