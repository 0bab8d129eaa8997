namespace Ita.App.Results;

/// <summary>The shown scores of a result below its total as one column of its row: <c>I1=85.21;O1=100.00</c>. A column for each would be too
/// many.</summary>
internal static class ShownScores
{
    public const string Column = "scores";

    private const char Between = ';';

    public static string Write(AgencyResult result) => string.Join(Between, result.Total.SelfAndBelow()
        .Where(node => node.Key != ScoreKey.Total && node.Shown is not null)
        .DistinctBy(node => node.Key)
        .Select(node => FormattableString.Invariant($"{node.Key}={node.Shown:0.00}")));

    /// <summary>The scores of a row; empty for a row that was written before the column was.</summary>
    public static IEnumerable<(ScoreKey Key, decimal Score)> Read(TableEntity row) =>
        from text in (row.GetString(Column) ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries)
        let at = text.IndexOf('=', StringComparison.Ordinal)
        select (ScoreKey.Parse(text[..at]), decimal.Parse(text.AsSpan(at + 1), CultureInfo.InvariantCulture));
}
