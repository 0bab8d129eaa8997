using Ita.Domain.Scoring;
using Ita.Reports.Analysis;
using Ita.Reports.Tests.Printing;
using Ita.Reports.Text;

namespace Ita.Reports.Tests.Analysis;

[Collection(PrinterGroup.Name)]
public class PrintedReportTests(PrinterFixture fixture)
{
    private static readonly Dictionary<string, string> OneInstrument = new() { ["IND9"] = "93.00", ["IND10"] = "100.00" };

    [Fact]
    public async Task It_is_tagged_titled_and_of_several_pages()
    {
        var info = await Poppler.InfoAsync(await fixture.PrintAsync(Examples.Ekkarat()));

        Assert.Equal("yes", info["Tagged"]);
        Assert.Equal("รายงานการวิเคราะห์ผลการประเมิน ITA องค์การบริหารส่วนตำบลเอกราช ปีงบประมาณ พ.ศ. 2566", info["Title"]);
        Assert.InRange(int.Parse(info["Pages"], CultureInfo.InvariantCulture), 4, 30);
        Assert.Contains("A4", info["Page size"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Digits.Arabic)]
    [InlineData(Digits.Thai)]
    public async Task Its_only_font_is_Sarabun_which_is_embedded(Digits digits)
    {
        var fonts = await Poppler.FontsAsync(await fixture.PrintAsync(Examples.Ekkarat(), new(digits)));

        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+Sarabun-\w+ .* yes yes yes ", font));
    }

    [Theory]
    [InlineData(Digits.Arabic, "หน้า 2 จาก")]
    [InlineData(Digits.Thai, "หน้า ๒ จาก")]
    public async Task Pages_are_numbered_and_headed_in_the_same_digits(Digits digits, string foot)
    {
        var second = await Poppler.TextAsync(await fixture.PrintAsync(Examples.Tharae(), new(digits)), "-f", "2", "-l", "2");

        Assert.Contains(foot, second, StringComparison.Ordinal);
        Assert.Contains("เทศบาลตำบลท่าแร่", second.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_heads_are_repeated_on_each_page_of_a_table()
    {
        var pages = (await Poppler.TextAsync(await fixture.PrintAsync(Examples.Ekkarat()))).Split('\f');

        Assert.All(
            pages.Where(page => page.Contains(" O11 ", StringComparison.Ordinal) && page.Contains("แผนดำเนินงาน", StringComparison.Ordinal)),
            page => Assert.Contains("ประเด็นการประเมิน", page, StringComparison.Ordinal));
    }

    /// <summary>
    /// Chromium prints the tops of tall marks at the bottom of the previous page when the first line of a page is too close to its top.
    /// </summary>
    [Theory]
    [MemberData(nameof(AllReports))]
    public async Task No_page_is_empty_or_shows_part_of_the_next(string which)
    {
        var pages = (await Poppler.TextAsync(await fixture.PrintAsync(Report(which)))).Split('\f')[1..^1]
            .Select(page => page.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList()).ToList();

        Assert.All(pages, lines => Assert.True(lines.Count > 3, $"An empty page: {string.Join(" | ", lines)}"));
        Assert.All(
            pages,
            lines => Assert.True(lines[^2].Count(char.IsLetter) > 1 || lines[^2].Any(char.IsAsciiDigit), $"A sliver at the foot: '{lines[^2]}'"));
    }

    public static TheoryData<string> AllReports => ["ekkarat", "tharae", "maenatham", "narathiwat", "one instrument", "not registered", "longest"];

    private static AnalysisModel Report(string which) => which switch
    {
        "ekkarat" => Examples.Ekkarat(),
        "tharae" => Examples.Tharae(),
        "maenatham" => Examples.Maenatham(),
        "narathiwat" => Examples.Narathiwat(),
        "one instrument" => Examples.Of(2566, OneInstrument),
        "not registered" => Examples.Of(2567, OneInstrument, registered: false),
        _ => Longest(),
    };

    // The longest name and texts three times as long as any question, on every item.
    private static AnalysisModel Longest()
    {
        var model = Examples.Ekkarat();
        var result =
            model.Result with { Agency = model.Result.Agency with { Name = string.Concat(Enumerable.Repeat("องค์การบริหารส่วนตำบลที่มีชื่อยาวมาก", 3)) } };
        return model with { Result = result with { Total = Lengthened(result.Total) } };
    }

    private static ScoreNode Lengthened(ScoreNode node) => node with
    {
        Name = node.Level == Level.Item ? string.Concat(Enumerable.Repeat(node.Name + " ", 3)) : node.Name,
        Children = [.. node.Children.Select(Lengthened)],
        Parts = [.. node.Parts.Select(Lengthened)],
    };
}
