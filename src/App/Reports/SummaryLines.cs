using System.Runtime.InteropServices;
using Ita.Domain.Ranking;

namespace Ita.App.Reports;

/// <summary>One current result as a summary needs it.</summary>
public sealed record SummaryLine(SummaryRow Row, DateTimeOffset ComputedAt, bool IsPublished);

/// <summary>The current results of a year, read from the rows of the table and kept in memory until one of them changes.</summary>
public sealed class SummaryLines(ResultTable results, YearLists lists, KnownFrameworks frameworks)
{
    /// <summary>Every current result of a year, in the order of agency keys; the same array until one of them changes.</summary>
    public async Task<SummaryLine[]> ReadAsync(FiscalYear year, CancellationToken cancellationToken)
    {
        List<int> indicators = [.. frameworks.Current.Get(year).Indicators.Select(indicator => indicator.Number)];
        string[] columns =
        [
            .. ResultBrief.Columns, ResultRow.ComputedAtColumn, .. indicators.Select(number => ScoreKey.Indicator(number).Code),
        ];
        var lines = await lists.ReadAsync(
            StorageNames.Tables.Results,
            year,
            stop => results.AllAsync(year, stop, columns).Select(entity => LineOf(entity, indicators)).ToListAsync(stop),
            cancellationToken);
        return ImmutableCollectionsMarshal.AsArray(lines)!;
    }

    private static SummaryLine LineOf(TableEntity entity, List<int> indicators) => new(
        RowOf(ResultBrief.Read(entity), entity, indicators),
        entity.GetDateTimeOffset(ResultRow.ComputedAtColumn)!.Value,
        entity.GetString(ResultRow.StateColumn) == StoredResult.Published);

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
