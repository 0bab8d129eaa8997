namespace Ita.Reports.Charts;

/// <summary>Positions in a bar chart, in units of its view box.</summary>
internal static class BarLayout
{
    public const int Width = 640;
    public const int Left = 212;
    public const int Right = 566;
    public const int Top = 30;
    public const int Row = 30;
    public const int LabelSize = 13;

    // Average width of a Thai letter in Sarabun, as a share of the font size; marks above and below have no width.
    private const double LetterWidth = 0.56;

    public static decimal X(decimal value) => Left + ((Right - Left) * value / 100m);

    /// <summary>The width to which a label is compressed; null when it fits its column.</summary>
    public static int? Squeezed(string label, int indent)
    {
        var room = Left - 10 - indent;
        var letters = label.Count(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return letters * LabelSize * LetterWidth > room ? room : null;
    }

    /// <summary>White strokes over a bar that tell its class without colour: slanted for urgent, along the middle for keep.</summary>
    public static string Strokes(ScoreClass? scoreClass, decimal value, int middle, int thickness)
    {
        var (right, half) = (X(value) - 2, thickness / 2);
        var slants = Enumerable.Range(0, Width / 8).Select(index => Left + 2 + (index * 8)).TakeWhile(x => x + 6 <= right);
        return scoreClass switch
        {
            ScoreClass.Urgent => string.Concat(slants.Select(x => FormattableString.Invariant($"M{x} {middle + half - 1}l6 {2 - (2 * half)}"))),
            ScoreClass.Keep => FormattableString.Invariant($"M{Left + 2} {middle}H{Number(right)}"),
            _ => "",
        };
    }

    public static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
