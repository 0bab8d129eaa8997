using Ita.Domain;
using Ita.Domain.Scoring;
using Ita.Reports.Analysis;

namespace Ita.Reports.Tests.Analysis;

/// <summary>A score that is not processed, one without data, one that is withheld and one known as a range are told apart.</summary>
public class MissingScoresTests
{
    [Fact]
    public async Task A_total_without_one_indicator_is_a_range_that_names_the_indicator()
    {
        var html = await HtmlOf(Examples.Of(2565, Indicators(without: 4)));

        Assert.Contains("<dt>คะแนนรวม</dt><dd>84.60 – 90.60</dd>", html, StringComparison.Ordinal);
        Assert.Contains("ทราบคะแนนในภาพรวมของปีงบประมาณ พ.ศ. 2565 เพียงช่วง 84.60 – 90.60 คะแนน", html, StringComparison.Ordinal);
        Assert.Equal(["คะแนนรวม ทราบเพียงช่วงคะแนน ข้อมูลไม่ครบ ยังขาด ตัวชี้วัดที่ 4"], Missing(html));
    }

    [Fact]
    public async Task A_range_within_one_rating_states_the_rating()
    {
        var html = await HtmlOf(Examples.Of(2565, Indicators(without: 1, score: "91.80")));

        Assert.Contains("เพียงช่วง 86.29 – 92.30 คะแนน ซึ่งอยู่ในระดับ “A” ทั้งช่วง", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stated_total_shows_the_range_that_it_leaves()
    {
        var html = await HtmlOf(Examples.Of(2566, new() { ["TOTAL"] = "99.35" }));

        Assert.Contains("97.82 – 100.00", html, StringComparison.Ordinal);
        Assert.Contains("คะแนนรวมที่ประกาศ (99.35) แสดงว่าคะแนนอยู่ในช่วง 97.82-100.00", html, StringComparison.Ordinal);
        Assert.Contains("อยู่ในระดับ “ผ่านดีเยี่ยม”", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "ไม่ได้รับการประมวลผลคะแนนในภาพรวม", "ไม่ประมวลผล")]
    [InlineData(true, "ไม่มีข้อมูลคะแนนในภาพรวม", "ไม่มีข้อมูล")]
    public async Task An_agency_without_data_is_not_said_to_be_not_processed(bool registered, string sentence, string status)
    {
        var html = await HtmlOf(Examples.Of(2566, [], registered: registered));

        Assert.Contains(sentence, html, StringComparison.Ordinal);
        Assert.StartsWith($"คะแนนรวม {status} ", Assert.Single(Missing(html)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScoreStatus.NotProcessed, "below-minimum-sample", "ไม่ประมวลผล")]
    [InlineData(ScoreStatus.NotProcessed, "part-not-processed", "ไม่ประมวลผล")]
    [InlineData(ScoreStatus.NotProcessed, "not-registered", "ไม่ประมวลผล")]
    [InlineData(ScoreStatus.NotProcessed, "suppressed-few", "ไม่เปิดเผย")]
    [InlineData(ScoreStatus.NotProcessed, "suppressed-beside", "ไม่เปิดเผย")]
    [InlineData(ScoreStatus.NotProcessed, "no-data", "ไม่มีข้อมูล")]
    [InlineData(ScoreStatus.NotProcessed, "incomplete", "ไม่มีข้อมูล")]
    [InlineData(ScoreStatus.NoData, "no-data", "ไม่มีข้อมูล")]
    public void A_status_is_named_by_its_reason_also_as_older_results_stored_it(ScoreStatus stored, string reason, string expected)
    {
        var node = new ScoreNode
        {
            Level = Level.Instrument,
            Key = new("IIT"),
            Name = "",
            Formula = "",
            Status = stored,
            Reason = Reason.Of(reason),
        };

        Assert.Equal(expected, StatusNames.Of(node));
        Assert.Equal(expected, AnalysisView.Figure(node));
        Assert.Equal("80.00 – 90.00", AnalysisView.Figure(node with { Status = ScoreStatus.Bounded, Bounds = new(80, 90) }));
    }

    private static Dictionary<string, string> Indicators(int without, string score = "90.00") => Enumerable.Range(1, 10)
        .Where(number => number != without).ToDictionary(number => $"IND{number}", _ => score);

    private static IEnumerable<string> Missing(string html) => html.Between(".1 ข้อมูลที่ยังไม่ครบถ้วน</h3>", "</table>").Between("<tbody>", "</tbody>")
        .Split("<tr>").Skip(1).Select(row => row.Visible());

    private static async Task<string> HtmlOf(AnalysisModel model) => (await ReportPage.HtmlAsync(model)).Plain();
}
