using Ita.Reports.Fonts;

namespace Ita.Reports.Printing;

/// <summary>
/// Writes the page numbers into a printed table of contents. Chromium cannot count pages there (no <c>target-counter()</c>), and printing a second
/// time would double what a report costs. So the HTML has the ten digits 0 to 9 at the end of each entry, which also embeds the glyph of
/// every digit in the font. This class removes all but as many as the number has and replaces these by the right ones.
/// </summary>
/// <remarks>The number of the n-th entry is the page on which the print has its destination <c>h{n}</c>.</remarks>
internal static partial class ContentsPages
{
    /// <summary>The placeholder printed for a page number.</summary>
    public const string Slot = "0123456789";

    private static readonly (Regex Place, string[] Glyphs)[] Kinds = [Kind('0'), Kind('๐')];

    /// <returns>The file with page numbers; the same file when it has no table of contents.</returns>
    /// <exception cref="InvalidDataException">An entry was not found, because the browser writes PDF differently from before.</exception>
    public static byte[] NumberedIn(byte[] pdf)
    {
        var file = new PdfFile(pdf);
        var numbers = new Queue<int>(Numbers(file));
        foreach (var page in file.Pages.TakeWhile(_ => numbers.Count > 0))
        {
            Number(file, page, numbers);
        }

        return numbers.Count == 0
            ? file.Bytes
            : throw new InvalidDataException($"{numbers.Count} entries of the contents were not found: the browser's PDF writer has changed.");
    }

    private static void Number(PdfFile file, int page, Queue<int> numbers)
    {
        var content = file.ContentOf(page);
        var numbered = Kinds.Aggregate(content, (text, kind) => kind.Place.Replace(text, slot => Written(slot, kind.Glyphs, numbers.Dequeue())));
        if (numbered != content)
        {
            file.Replace(page, numbered);
        }
    }

    private static IEnumerable<int> Numbers(PdfFile file)
    {
        var pages = file.Pages.Select((page, index) => (page, index)).ToDictionary(pair => pair.page, pair => pair.index + 1);
        return Destination().Matches(file.Text)
            .Select(match => (Entry: Number(match.Groups[1]), Page: pages[Number(match.Groups[2])]))
            .OrderBy(one => one.Entry)
            .Select(one => one.Page);
    }

    // The advances between glyphs are kept, so that the last digit remains at the end of the line.
    private static string Written(Match slot, string[] glyphs, int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var steps = slot.Groups["step"].Captures;
        var text = new StringBuilder();
        for (var place = 0; place < glyphs.Length; place++)
        {
            text.Append(place == 0 ? "" : steps[place - 1].Value);
            var digit = place - (glyphs.Length - digits.Length);
            text.Append(digit < 0 ? "" : $"<{glyphs[digits[digit] - '0']}> Tj\n");
        }

        return text.ToString();
    }

    private static (Regex Place, string[] Glyphs) Kind(char zero)
    {
        var glyphs = Enumerable.Range(0, 10)
            .Select(digit => Sarabun.Regular.GlyphOf((char)(zero + digit)).ToString("X4", CultureInfo.InvariantCulture)).ToArray();
        return (new(string.Join("(?<step>[-0-9.]+ [-0-9.]+ Td )", glyphs.Select(glyph => $"<{glyph}> Tj\n"))), glyphs);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/h(\d+) \[(\d+) 0 R /XYZ ")]
    private static partial Regex Destination();
}
