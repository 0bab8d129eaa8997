using SpreadCheetah.Worksheets;

namespace Ita.Intake.Workbooks.Writing;

/// <summary>The height of a row whose texts are wrapped. Not every program computes it when it opens a file.</summary>
internal static class RowHeight
{
    private const double PointsOfLine = 16;

    /// <summary>The highest that Excel allows.</summary>
    private const double Highest = 409;

    /// <summary>Thai words are not broken, so that a line is rarely filled to its end.</summary>
    private const double Filled = 0.95;

    /// <summary>Null for a row of one line, which keeps the height of the sheet.</summary>
    public static RowOptions? For(IEnumerable<(string? Text, double Width)> cells)
    {
        var lines = cells.Max(cell => cell.Text is null ? 1 : cell.Text.Split('\n').Sum(line => LinesOf(line, cell.Width * Filled)));
        return lines > 1 ? new() { Height = Math.Min(Highest, lines * PointsOfLine) } : null;
    }

    /// <summary>Vowels and tone marks above and below a letter take no room.</summary>
    private static double LinesOf(string line, double width) => line.Length <= width ? 1 : Math.Ceiling(
        line.Count(letter => char.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark) / width);
}
