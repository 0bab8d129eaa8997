using Ita.Reports.Fonts;

namespace Ita.Reports.Printing;

/// <summary>
/// Writes the page numbers into a printed table of contents. Chromium cannot count pages there (no <c>target-counter()</c>), and printing a second
/// time would double what a report costs. So the HTML has the ten digits 0 to 9 at the end of each entry, which also embeds the glyph of
/// every digit in the font. This class removes all but as many as the number has and replaces these by the right ones.
/// </summary>
/// <remarks>The number of the n-th entry is the page on which the print has its destination <c>h{n}</c>.</remarks>
internal sealed partial class ContentsPages
{
    /// <summary>The placeholder printed for a page number.</summary>
    public const string Slot = "0123456789";

    private static readonly (Regex Place, string[] Glyphs)[] Kinds = [Kind('0'), Kind('๐')];

    private readonly Queue<int> numbers;

    public ContentsPages(PdfFile file) => numbers = new(Numbers(file));

    /// <param name="content">The drawing operators of a page. The pages are passed in their order.</param>
    public string NumberedIn(string content) => numbers.Count == 0
        ? content
        : Kinds.Aggregate(content, (text, kind) => kind.Place.Replace(text, slot => Written(slot, kind.Glyphs, numbers.Dequeue())));

    /// <summary>Call after the last page.</summary>
    /// <exception cref="InvalidDataException">An entry was not found, because the browser writes PDF differently from before.</exception>
    public void RequireAllNumbered()
    {
        if (numbers.Count > 0)
        {
            throw new InvalidDataException($"{numbers.Count} entries of the contents were not found: the browser's PDF writer has changed.");
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
