using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Ita.Reports.Word;

/// <summary>Widths of the columns of a table, which a Word file must state.</summary>
internal static partial class WordColumns
{
    // Twentieths of a point: a letter of 14 points on average, one of the wider fonts that replace a font that is not installed, and the margins
    // of a cell.
    private const int Letter = 125;
    private const int WideLetter = 175;
    private const int Margins = 220;

    // A longer text is broken into lines.
    private const int LongestToken = 12;
    private const int LongestLine = 60;

    /// <summary>Twentieths of a point for each column; their sum is <paramref name="width"/>.</summary>
    public static int[] Of(IHtmlTableElement table, int width)
    {
        var stated = table.QuerySelectorAll("colgroup > col").Select(Percent).ToList();
        var needs = Needs(table);
        var shares = stated.Count > 0 && stated.All(share => share is not null) ? stated.ConvertAll(share => share!.Value) : Share(needs, width);
        var widths = Widened(shares, needs, width).Select(share => (int)share).ToArray();
        widths[^1] += width - widths.Sum();
        return widths;
    }

    // The shares as widths; a column that is too narrow for its longest word takes from those that are wider than they must be.
    private static List<double> Widened(List<double> shares, List<(double Least, double Most)> needs, int width)
    {
        var sum = shares.Sum();
        var widths = shares.ConvertAll(share => share * width / sum);
        var missing = widths.Zip(needs, (has, need) => Math.Max(0, need.Least - has)).Sum();
        var spare = widths.Zip(needs, (has, need) => Math.Max(0, has - need.Least)).Sum();
        return missing == 0 || missing > spare
            ? widths
            : [.. widths.Zip(needs, (has, need) => has < need.Least ? need.Least : has - ((has - need.Least) * missing / spare))];
    }

    // Each column gets what it cannot do without, and the rest goes to those with long texts.
    private static List<double> Share(List<(double Least, double Most)> needs, int width)
    {
        var rest = width - needs.Sum(need => need.Least);
        var wanted = needs.Sum(need => need.Most - need.Least);
        return needs.ConvertAll(need => need.Least + (rest > 0 && wanted > 0 ? rest * (need.Most - need.Least) / wanted : 0));
    }

    public static int SpanOf(IElement cell, string name = "colspan") =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? span : 1;

    private static List<(double Least, double Most)> Needs(IHtmlTableElement table)
    {
        var needs = new List<(double Least, double Most)>();
        foreach (var row in table.Rows)
        {
            var column = 0;
            foreach (var cell in row.Cells)
            {
                var span = SpanOf(cell);
                while (needs.Count < column + span)
                {
                    needs.Add((0, 1));
                }

                if (span == 1)
                {
                    var (least, most) = Need(cell);
                    needs[column] = (Math.Max(needs[column].Least, least), Math.Max(needs[column].Most, most));
                }

                column += span;
            }
        }

        return needs.Count > 0 ? needs : [(1, 1)];
    }

    // The titles of columns may be broken in two.
    private static (double Least, double Most) Need(IHtmlTableCellElement cell)
    {
        var letters = Letters(cell.TextContent.Trim());
        var isHeader = cell.LocalName == "th" && cell.GetAttribute("scope") == "col";
        var token = cell.TextContent.Split([' ', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).Select(Letters).DefaultIfEmpty(0).Max();
        var least = isHeader ? Math.Min((letters / 2) + 2, token) : token;
        return (
            (Math.Min(least, LongestToken) * WideLetter) + Margins,
            Math.Max(Math.Min(isHeader ? least : letters, LongestLine) * Letter, Math.Min(least, LongestToken) * WideLetter) + Margins);
    }

    // Vowels and tones above and below a letter take no width.
    private static int Letters(string text) => text.Count(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);

    private static double? Percent(IElement column) => Width().Match(column.GetAttribute("style") ?? "") is { Success: true } match
        ? double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex("width: *([0-9.]+)%")]
    private static partial Regex Width();
}
