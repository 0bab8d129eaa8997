namespace Ita.Reports.Printing;

/// <summary>
/// Lets programs that extract text see letters with two marks at their full width. Chromium draws a letter, its vowel and its tone in this
/// order; above tall letters (ป ฝ ฟ ฬ) the tone is moved to the left. Readers take the last glyph for the end of the letter, find a gap behind
/// it and write a space: "ฟื้ นฟู". This class draws the glyph that is furthest to the right last, which changes nothing to see.
/// </summary>
internal static partial class MarkedLetters
{
    /// <param name="content">The drawing operators of a page.</param>
    public static string Mended(string content) => Cluster().Replace(content, cluster => Reordered(cluster) ?? cluster.Value);

    private static string? Reordered(Match cluster)
    {
        var glyphs = cluster.Groups["glyphs"].Captures;
        var marks = new List<(decimal X, decimal Y, string Glyphs)>();
        var (x, y) = (0m, 0m);
        for (var index = 0; index < glyphs.Count; index++)
        {
            (x, y) = (x + Number(cluster.Groups["x"].Captures[index]), y + Number(cluster.Groups["y"].Captures[index]));
            marks.Add((x, y, glyphs[index].Value));
        }

        var rightmost = marks.MaxBy(mark => mark.X);
        return rightmost.X <= x
            ? null
            : cluster.Groups["base"].Value + Drawn([.. marks.Where(mark => mark != rightmost), rightmost], x, y) + "EMC\n";
    }

    // The last move has no glyph: what follows is placed from where the last mark was.
    private static string Drawn(List<(decimal X, decimal Y, string Glyphs)> marks, decimal endX, decimal endY)
    {
        var text = new StringBuilder();
        var (x, y) = (0m, 0m);
        foreach (var mark in marks)
        {
            text.Append(CultureInfo.InvariantCulture, $"{mark.X - x:0.########} {mark.Y - y:0.########} Td {mark.Glyphs} Tj\n");
            (x, y) = (mark.X, mark.Y);
        }

        return text.Append(CultureInfo.InvariantCulture, $"{endX - x:0.########} {endY - y:0.########} Td\n").ToString();
    }

    private static decimal Number(Capture number) => decimal.Parse(number.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<base>/Span<</ActualText <[0-9A-F]+> >> BDC\n(?:(?!EMC)[^\n]*\n)*?(?:[^\n]* )?<[0-9A-F]{4}> Tj\n)"
        + @"(?:(?<x>[-.0-9]+) (?<y>[-.0-9]+) Td (?<glyphs><[0-9A-F]+>) Tj\n){2,}EMC\n")]
    private static partial Regex Cluster();
}
