namespace Ita.Intake.Headers;

/// <summary>
/// A header in two rows, as merged cells make it: titles of one column that stand in the upper row, and titles of groups with the
/// titles of their columns below.
/// </summary>
internal static class HeaderPair
{
    private static readonly string[] IndicatorWords = ["ตัวชี้วัด", "indicator"];

    /// <summary>Both rows as one. Null where the lower row may be data, or the upper one is no part of a header.</summary>
    /// <param name="isTitle">Whether the upper row has so few cells that it cannot be data.</param>
    public static HeaderRow? Join(HeaderRow upper, HeaderRow lower, bool isTitle) =>
        lower.Line == upper.Line + 1 && (IsCompleted(upper, lower) || IsGrouped(upper, lower, isTitle))
            ? new(lower.Line, [.. Titles(upper, lower)], upper.AllQuestions)
            : null;

    /// <summary>Whether the upper row has the columns of every row of data, and the lower row has nothing in them, so that it is no data.</summary>
    private static bool IsCompleted(HeaderRow upper, HeaderRow lower) =>
        upper.IndexOf(Column.FiscalYear) is >= 0 and var year && lower.TitleAt(year).Length == 0
        && upper.IndexOf(Column.AgencyCode) is >= 0 and var code && lower.TitleAt(code).Length == 0;

    /// <summary>Whether the lower row is a header, and the upper one has titles of groups: with gaps between them and without any number.</summary>
    private static bool IsGrouped(HeaderRow upper, HeaderRow lower, bool isTitle)
    {
        var filled = Enumerable.Range(0, upper.Count).Where(index => upper.TitleAt(index).Length > 0).ToList();
        return lower.IndexOf(Column.FiscalYear) >= 0 && lower.IndexOf(Column.AgencyCode) >= 0
            && (isTitle || (filled[^1] - filled[0] >= filled.Count && !filled.Exists(index => upper.TitleAt(index).Any(char.IsDigit))));
    }

    private static IEnumerable<string> Titles(HeaderRow upper, HeaderRow lower)
    {
        var group = "";
        for (var index = 0; index < Math.Max(upper.Count, lower.Count); index++)
        {
            var (own, below) = (upper.TitleAt(index), lower.TitleAt(index));
            group = own.Length > 0 ? own : group;
            yield return Title(own, below, group);
            // A title is no group's where the column below it is one that all kinds of file have.
            group = Find(below) is { Column: not Column.Ind and not Column.Name } ? "" : group;
        }
    }

    /// <param name="own">What the upper row has over this column.</param>
    /// <param name="group">The nearest title of the upper row, over this column or to the left.</param>
    private static string Title(string own, string below, string group) =>
        below.Length == 0 ? own
        : Indicator(below, group) is { } indicator ? indicator
        : IsKnown(below) ? below
        : IsKnown(own) ? own
        : $"{group} {below}".Trim();

    /// <summary>A number below a title of indicators, with or without a name: <c>1</c>, <c>(1)</c>, <c>1. การปฏิบัติหน้าที่</c>.</summary>
    private static string? Indicator(string below, string group)
    {
        var title = $"{ColumnNames.Thai(Column.Ind)} {below.Trim('(', ')', '.', ' ')}";
        return below.TrimStart('(') is [var first, ..] && char.IsDigit(first) && Array.Exists(IndicatorWords, CellText.Plain(group).Contains)
            && Find(title) is { Column: Column.Ind }
            ? title
            : null;
    }

    private static bool IsKnown(string title) => Find(title) is not null;

    private static ColumnName? Find(string title) => title.Length == 0 ? null : ColumnNames.Find(title) ?? ColumnNames.FindTitled(title);
}
