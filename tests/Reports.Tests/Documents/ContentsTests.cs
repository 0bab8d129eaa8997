using System.Text;
using System.Text.RegularExpressions;
using Ita.Reports.Tests.Printing;
using Ita.Reports.Text;

namespace Ita.Reports.Tests.Documents;

[Collection(PrinterGroup.Name)]
public partial class ContentsTests(PrinterFixture fixture)
{
    public static TheoryData<string, Digits> WithContents
    {
        get
        {
            var data = new TheoryData<string, Digits>();
            string[] kinds =
            [
                "analysis of 003", "analysis, longest", "measures of 003", "measures, longest",
                "follow-up of 004", "follow-up, longest", "summary of four types",
            ];
            foreach (var kind in kinds)
            {
                data.Add(kind, Digits.Arabic);
                data.Add(kind, Digits.Thai);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(WithContents))]
    public async Task Each_number_is_the_page_of_its_heading(string kind, Digits digits)
    {
        var html = await Kinds.RenderAsync(kind, new(digits));
        var pdf = await fixture.PrintHtmlAsync(html);
        var pages = (await Poppler.TextAsync(pdf)).Split('\f').Select(Squeezed).ToList();
        var contents = await Poppler.TextAsync(pdf, "-raw");
        // The table of contents also contains the headings, some pages before the first one or on its page.
        var first = Headings(html).First().Whole;
        var page = pages.FindLastIndex(text => text.Contains(first, StringComparison.Ordinal));
        pages[page] = pages[page][pages[page].LastIndexOf(first, StringComparison.Ordinal)..];
        var at = contents.IndexOf("สารบัญ", StringComparison.Ordinal);
        foreach (var (whole, brief) in Headings(html))
        {
            page = pages.FindIndex(page, text => text.Contains(whole, StringComparison.Ordinal));
            var number = ThaiDigits.InHtml((page + 1).ToString(CultureInfo.InvariantCulture), digits);
            var entry = new Regex($"{string.Join("\\s*", brief.Select(letter => Regex.Escape($"{letter}")))}\\s*{number}\\s*\n").Match(contents, at);

            Assert.True(page > 0 && entry.Success, $"'{whole}' stands on page {number}, and the contents do not say so");
            at = entry.Index + entry.Length;
        }
    }

    [Fact]
    public async Task Each_entry_links_to_its_heading_and_every_heading_is_a_bookmark()
    {
        var html = await Kinds.RenderAsync("measures of 003");
        var pdf = Encoding.Latin1.GetString(await fixture.PrintHtmlAsync(html));
        var headings = Headings(html).Count();

        // An update at the end of the file has each link once more, with its description.
        Assert.Equal(2 * headings, Regex.Count(pdf, "/Subtype /Link"));
        Assert.Equal(
            Enumerable.Range(1, headings).SelectMany(number => new[] { number, number }),
            Regex.Matches(pdf, @"/Dest /h(\d+)\b").Select(link => int.Parse(link.Groups[1].Value, CultureInfo.InvariantCulture)).Order());
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"/Count {headings + 2}>>"), pdf, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("memo on measures")]
    [InlineData("circular letter")]
    public async Task A_letter_has_none(string kind) => Assert.DoesNotContain("สารบัญ", await Kinds.RenderAsync(kind), StringComparison.Ordinal);

    // Each heading as printed, and as in the table of contents.
    private static IEnumerable<(string Whole, string Brief)> Headings(string html) => Heading().Matches(html)
        .Select(heading =>
            (Squeezed(Tag().Replace(heading.Groups[1].Value, "")), Squeezed(Tag().Replace(Aside().Replace(heading.Groups[1].Value, ""), ""))));

    private static string Squeezed(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex("<h[23] id=\"h[0-9]+\">(.*?)</h[23]>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<span class=\"aside\">.*?</span>", RegexOptions.Singleline)]
    private static partial Regex Aside();
}
