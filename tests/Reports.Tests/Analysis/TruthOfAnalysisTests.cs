using System.Text.RegularExpressions;
using Ita.Reports.Analysis;
using Ita.Reports.Documents;
using Ita.Reports.Tests.Measures;

namespace Ita.Reports.Tests.Analysis;

/// <summary>No sentence of the analysis is false or contradicts a table; on the data of the seed documents.</summary>
public partial class TruthOfAnalysisTests
{
    [Theory]
    [InlineData("80.00", "คะแนนรวมตามประกาศ (80.00) ไม่ตรงกับคะแนนที่คำนวณจากคะแนนรายตัวชี้วัด (90.00)")]
    [InlineData("90.02", "คะแนนรวมตามประกาศ (90.02) ไม่ตรงกับคะแนนที่คำนวณจากคะแนนรายตัวชี้วัด (90.00)")]
    [InlineData("99.00", "คะแนนรวมตามประกาศ (99.00) ไม่ตรงกับคะแนนที่คำนวณจากคะแนนรายตัวชี้วัด (90.00)")]
    public async Task A_published_total_that_differs_is_named_in_the_second_section(string total, string said)
    {
        var scores = Enumerable.Range(1, 10).ToDictionary(number => $"IND{number}", _ => "90.00");
        scores["TOTAL"] = total;

        var page = await PageOf(Examples.Of(2566, scores));

        Assert.Contains(said, page[..page.IndexOf("<h2>3.", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_total_below_what_is_possible_is_said_to_be_too_low()
    {
        var scores = Enumerable.Range(2, 9).ToDictionary(number => $"IND{number}", _ => "90.00");
        scores["TOTAL"] = "50.00";

        Assert.Contains("คะแนนรวมตามประกาศ (50.00) ต่ำกว่าคะแนนต่ำสุดที่เป็นไปได้", await PageOf(Examples.Of(2566, scores)), StringComparison.Ordinal);
    }

    /// <summary>Table 6 and table 8 of seed 000 showed 97.50 and 92.50 as criteria.</summary>
    [Fact]
    public async Task Criteria_are_those_of_the_ratings()
    {
        var page = (await PageOf(Examples.Maenatham())).Between("<h2>9.", "</section>");

        Assert.DoesNotContain("97.50</td><td class=\"number\">ถึงแล้ว", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">92.50<", page, StringComparison.Ordinal);
        Assert.Contains(
            "EIT แต่ละส่วน</th><td class=\"number\">95.00</td><td class=\"number \">+0.65 ถึง +5.00</td>",
            page.Replace("&#x2B;", "+", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("003")]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("003 the year before")]
    public async Task The_points_of_the_plan_are_the_sums_of_its_table(string seed)
    {
        var page = (await PageOf(Seed(seed))).Between(" แนวทางเพิ่มคะแนน</h3>", " ความมั่นคงของผล");
        var rows = Row().Matches(page[page.IndexOf("รายการที่เพิ่มคะแนนแล้วได้ระดับ", StringComparison.Ordinal)..]).ToList();
        var sums = rows.GroupBy(row => row.Groups["of"].Value.StartsWith("ตัวชี้วัด", StringComparison.Ordinal))
            .Select(unit => $"จำนวน {unit.Count()} รายการ รวม {unit.Sum(PointsOf):0.00}");

        Assert.NotEmpty(rows);
        Assert.All(sums, sum => Assert.Contains(sum, page, StringComparison.Ordinal));
        Assert.All(rows.Where(row => !row.Groups["of"].Value.StartsWith('O')), row => Assert.NotEqual("100.00", row.Groups["to"].Value));
    }

    [Fact]
    public async Task Failed_documents_are_named_beside_the_plan() =>
        Assert.Contains("ได้แก่ O8 (0.00) และ O25 (0.00)", await PageOf(Examples.Ekkarat()), StringComparison.Ordinal);

    /// <summary>36.30 is no score of indicator 10, whose items are worth 6.25 or 25 points.</summary>
    [Fact]
    public async Task A_checklist_is_raised_to_a_score_that_its_items_give()
    {
        var page = await PageOf(Seed("003 the year before"));

        Assert.DoesNotContain("36.30", page, StringComparison.Ordinal);
        Assert.Contains(
            "<td class=\"number\">12.50</td><td class=\"number\">37.50</td><td class=\"number\">25.00</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_questions_is_not_a_change_of_the_agency()
    {
        var page = (await PageOf(Examples.Ekkarat())).Between("<h2>8.", "</table>");

        Assert.DoesNotMatch("เปลี่ยนแปลงจริง|ทดสอบไม่ได้|เปลี่ยนแปลงเกิน", page);
        Assert.Matches("ตัวชี้วัดที่ 10 [^<]*</th>.*?กรอบการประเมินต่างกัน", page);
        Assert.Matches("ตัวชี้วัดที่ 1 [^<]*</th><td[^>]*>93.19</td><td[^>]*>94.81</td><td[^>]*>[^<]*</td>\\s*<td>–</td>", page);
    }

    [Fact]
    public async Task Missing_data_are_not_said_to_be_not_processed()
    {
        var page = await PageOf(Examples.Narathiwat());

        Assert.Contains(">ไม่มีข้อมูล<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ไม่ประมวลผล", page[page.IndexOf("<h2>2.", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    /// <summary>The items of seed 003 belong to one part of EIT; which one is not known.</summary>
    [Fact]
    public async Task Parts_whose_number_is_not_known_have_none()
    {
        var analysis = await PageOf(Examples.Ekkarat());
        var results = analysis[analysis.IndexOf("<h2>2.", StringComparison.Ordinal)..];

        Assert.DoesNotMatch("EIT ส่วนที่ [12]", results);
        Assert.Contains("EIT ส่วนหนึ่ง</th><td class=\"number\">15</td>", results, StringComparison.Ordinal);
        Assert.Contains("EIT อีกส่วนหนึ่ง</th><td class=\"number\">15</td>", results, StringComparison.Ordinal);
        Assert.DoesNotMatch("EIT ส่วนที่ [12]", await PageOf(Plans.Ekkarat()));
    }

    [Fact]
    public async Task Parts_that_were_stated_keep_their_numbers()
    {
        var scores = new[] { "EIT1", "EIT2" }.SelectMany(part => new[] { 6, 7, 8 }.Select(number => $"IND{number}@{part}"))
            .ToDictionary(key => key, key => key.EndsWith('1') ? "90.00" : "86.00");

        Assert.Contains("EIT ส่วนที่ 1</th><td class=\"number\">15</td>", await PageOf(Examples.Of(2566, scores)), StringComparison.Ordinal);
    }

    private static decimal PointsOf(Match row) => decimal.Parse(row.Groups["points"].Value, CultureInfo.InvariantCulture);

    private static AnalysisModel Seed(string name) => name switch
    {
        "003" => Examples.Ekkarat(),
        "000" => Examples.Maenatham(),
        "001" => Examples.Tharae(),
        _ => Examples.Model(Examples.Ekkarat().Previous!),
    };

    private static async Task<string> PageOf(ReportModel model) => (await ReportPage.HtmlAsync(model)).Plain();

    [GeneratedRegex("<th scope=\"row\">(?<of>[^<]*)</th><td>[^<]*</td><td class=\"number\">[0-9.]+</td><td class=\"number\">(?<to>[0-9.]+)</td>"
        + "<td class=\"number\">(?<points>[0-9.]+)</td>")]
    private static partial Regex Row();
}
