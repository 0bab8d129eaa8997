using Ita.Reports.Tests.Printing;
using Ita.Reports.Text;

namespace Ita.Reports.Tests.Documents;

/// <summary>No page but the last is nearly empty: nothing that is kept together is pushed to a new page and leaves the old one bare.</summary>
[Collection(PrinterGroup.Name)]
public class PageFillTests(PrinterFixture fixture)
{
    private const double Least = .25;

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Every_page_but_the_last_is_a_quarter_full(string kind)
    {
        foreach (var digits in Enum.GetValues<Digits>())
        {
            var pdf = await fixture.PrintHtmlAsync(await Kinds.RenderAsync(kind, new(digits)));
            var pages = await Poppler.FilledAsync(pdf);

            Assert.Equal(
                [],
                pages.SkipLast(1).Select((filled, index) => (Page: index + 1, filled)).Where(page => page.filled < Least)
                    .Select(page => $"page {page.Page} of {pages.Count}, {digits} digits, is filled to {page.filled:P0}"));
        }
    }

    [Fact]
    public async Task A_page_with_one_line_is_nearly_empty_and_a_full_one_is_full()
    {
        var lines = string.Concat(Enumerable.Repeat("<p>ข้อความ</p>", 40));
        var pages = await Poppler.FilledAsync(await fixture.PrintAsync($"<br><br><br>ข้อความ</p><p style=\"break-before:page\">{lines}"));

        Assert.InRange(pages[0], .001, Least / 2);
        Assert.InRange(pages[1], .9, 1);
    }
}
