using System.Text.RegularExpressions;
using Ita.Domain.Analysis;
using Ita.Domain.Improvement;
using Ita.Domain.Scoring;
using Ita.Reports.Analysis;
using Ita.Reports.Text;

namespace Ita.Reports.Tests.Analysis;

public partial class AnalysisReportTests
{
    [Fact]
    public async Task Instruments_with_a_derived_part() =>
        Golden.Matches((await HtmlOf(Examples.Ekkarat())).Between("<caption>คะแนนรายเครื่องมือ", "</table>"), "html");

    [Fact]
    public async Task Indicators_in_rank_order_with_the_year_before() =>
        Golden.Matches((await HtmlOf(Examples.Ekkarat())).Between("<caption>คะแนนรายตัวชี้วัด", "</table>"), "html");

    [Fact]
    public async Task Ties_share_a_rank_and_ratings_may_be_letters() =>
        Golden.Matches((await HtmlOf(Examples.Tharae())).Between("<caption>คะแนนรายตัวชี้วัด", "</table>"), "html");

    [Fact]
    public async Task What_blocks_the_next_rating() =>
        Golden.Matches((await HtmlOf(Examples.Maenatham())).Between("<h2>2.", "</section>"), "html");

    [Fact]
    public async Task A_total_that_cannot_be_is_said_so() =>
        Golden.Matches((await HtmlOf(Examples.Narathiwat())).Between("<h2>2.", "</section>"), "html");

    [Fact]
    public async Task All_nodes_of_a_tie_are_named_as_lowest_or_highest()
    {
        var html = await HtmlOf(Examples.Ekkarat());

        Assert.Contains("ข้อที่ได้คะแนนต่ำสุด คือ ข้อ O8 และ O25 ได้เท่ากัน 0.00 คะแนน", html, StringComparison.Ordinal);
        Assert.Contains("คือ ข้อ I4 I5 I6 I11 I12 I16 I17 และ I18 ได้เท่ากัน 100.00 คะแนน", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_indicator_8_is_urgent_in_seed_003()
    {
        var urgent = (await HtmlOf(Examples.Ekkarat())).Between("<h3>6.1", "<h3>6.2");

        Assert.Equal(["ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน (EIT) ได้ 84.50 คะแนน"], ListItem().Matches(urgent).Select(item => item.Groups[1].Value));
        Assert.Contains("จำนวน 21 ข้อ", urgent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("84.99", "ซึ่งยังไม่ถึงค่าเป้าหมาย")]
    [InlineData("85.00", "ซึ่งเป็นไปตามค่าเป้าหมาย")]
    [InlineData("85.01", "ซึ่งเป็นไปตามค่าเป้าหมาย")]
    public async Task A_total_on_the_target_reaches_it(string total, string said) =>
        Assert.Contains(said, await HtmlOf(Examples.Of(2566, new() { ["TOTAL"] = total })), StringComparison.Ordinal);

    [Fact]
    public async Task An_item_of_two_parts_is_classed_by_its_lower_score()
    {
        var model = Examples.Of(2567, new()
        {
            ["E1@EIT1"] = "84.99",
            ["E1@EIT2"] = "90.00",
            ["E2@EIT1"] = "90.00",
            ["E2@EIT2"] = "80.00",
            ["E3@EIT1"] = "85.00",
            ["E3@EIT2"] = "90.00",
        });

        var urgent = (await HtmlOf(model)).Between("<h3>6.1", "<h3>6.2");

        Assert.Equal(
            ["E2 80.00", "E1 84.99"],
            Regex.Matches(urgent, "code\">(E[0-9]+)</th>.*?number\">([0-9.]+)</td>")
                .Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}"));
    }

    [Fact]
    public async Task Another_threshold_changes_the_classes_and_their_texts()
    {
        var html = await HtmlOf(Examples.Ekkarat() with { Thresholds = new ClassThresholds(95, 100) });

        Assert.Contains("น้อยกว่า 95.00 คะแนน จำนวน 9 ตัวชี้วัด", html, StringComparison.Ordinal);
        Assert.Contains("เกณฑ์ 95 คะแนน", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sentences_repeat_the_figures_of_the_result_and_no_others()
    {
        var model = Examples.Ekkarat();
        var known = model.Result.Total.SelfAndBelow().Concat(model.Previous!.Total.SelfAndBelow())
            .SelectMany(node => new[] { node.Shown, node.Published, node.Score * node.Weight / 100, 95 - node.Shown, node.Shown - 70.24m })
            .OfType<decimal>().Concat(PlannedFigures(model)).Select(value => ThaiNumber.Score(value))
            .Concat(["85.00", "95.00", "70.00", "84.99", "69.99", "0.30", "0.15", "0.40"]).ToHashSet();
        var sections = Paragraph().Matches(await HtmlOf(model)).Select(match => match.Groups[1].Value);

        Assert.DoesNotContain(sections.SelectMany(text => Figure().Matches(text)), figure => !known.Contains(figure.Value));
    }

    [Theory]
    [InlineData(Digits.Thai, "[0-9]")]
    [InlineData(Digits.Arabic, "[๐-๙]")]
    public async Task No_page_mixes_digits_outside_codes(Digits digits, string others)
    {
        foreach (var model in new[] { Examples.Ekkarat(), Examples.Tharae(), Examples.Maenatham(), Examples.Narathiwat() })
        {
            var words = (await ReportPage.HtmlAsync(model, new(digits))).Visible().Split(' ');

            Assert.DoesNotContain(words, word => Regex.IsMatch(word, others) && !word.Any(char.IsAsciiLetter));
        }
    }

    [Fact]
    public async Task Names_from_files_cannot_become_markup()
    {
        var html = await HtmlOf(Examples.Of(2566, new() { ["IND1"] = "90" }, "</style><script>\"&"));

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(html, "</style>"));
    }

    [Fact]
    public async Task A_result_of_another_year_than_its_framework_is_a_bug_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentException>(() => HtmlOf(Examples.Ekkarat() with { Framework = Examples.Tharae().Framework }));

    [Fact]
    public async Task The_plan_and_its_effect_are_described()
    {
        var model = Examples.Ekkarat();
        var plan = Assert.IsType<PlanOutcome.Found>(Planner.Plan(model.Result, model.Framework));
        var raises = RealisticRaises.Find(model.Result, model.Framework, plan.ByPoints);
        var section = (await HtmlOf(model)).Between("<h2>9.", "<h3>9.2");

        Assert.Contains(
            $"คะแนนรวมจะเป็น {ThaiNumber.Score(raises.After.Total)} คะแนน อยู่ในระดับ “{plan.Target}”",
            section,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_has_what_the_best_tenth_of_the_type_reach_and_states_where_it_goes_beyond()
    {
        var model = Examples.Ekkarat();
        var plan = Assert.IsType<PlanOutcome.Found>(Planner.Plan(model.Result, model.Framework));
        var raised = RealisticRaises.Find(model.Result, model.Framework, plan.ByPoints).Raises[^1];

        var html = (await HtmlOf(model with { BestTenths = new Dictionary<ScoreKey, decimal> { [raised.Key] = raised.From } })).Plain();

        Assert.Contains("กลุ่มดีที่สุดร้อยละ 10 คือ คะแนนที่", html, StringComparison.Ordinal);
        Assert.Contains("คะแนนเป้าหมาย 1 รายการสูงกว่านั้น", html, StringComparison.Ordinal);
        Assert.DoesNotContain("กลุ่มดีที่สุด", (await HtmlOf(model)).Plain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_total_is_compared_with_the_groups_of_the_agency()
    {
        var model = Examples.Ekkarat() with { Peers = [new("จังหวัดอ่างทอง", 12, 3, 79.166666m, 88.005m)], PeersAsOf = new(2026, 11, 20) };

        var section = (await HtmlOf(model)).Between("<caption>คะแนนรวมเทียบกับกลุ่มเดียวกัน", "<h2>").Plain();

        Assert.Contains("ณ วันที่ 20 พฤศจิกายน 2569", section, StringComparison.Ordinal);
        Assert.All(
            (string[])["จังหวัดอ่างทอง", "12", "79.17", "88.01"], words => Assert.Contains(words, section, StringComparison.Ordinal));
        Assert.DoesNotContain("เทียบกับกลุ่มเดียวกัน", await HtmlOf(Examples.Ekkarat()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issues_count_their_items_by_class() =>
        Golden.Matches((await HtmlOf(Examples.Ekkarat())).Between("<caption>จำนวนข้อจำแนกตามประเด็น", "</table>"), "html");

    [Fact]
    public async Task Two_years_are_compared_with_the_test_of_chance() =>
        Golden.Matches((await HtmlOf(Examples.Ekkarat())).Between("<h2>8.", "</table>"), "html");

    [Fact]
    public async Task Without_an_earlier_year_the_section_states_this()
    {
        var html = await HtmlOf(Examples.Maenatham());

        Assert.Contains("ไม่มีผลการประเมินของปีก่อนในข้อมูล", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issues_of_a_result_without_items_are_judged_by_their_indicators() =>
        Golden.Matches((await HtmlOf(Examples.Maenatham())).Between("<caption>ประเด็นและตัวชี้วัดที่เกี่ยวข้อง", "</table>"), "html");

    private static IEnumerable<decimal> PlannedFigures(AnalysisModel model) => Planner.Plan(model.Result, model.Framework) is PlanOutcome.Found found
        ? Figures(RealisticRaises.Find(model.Result, model.Framework, found.ByPoints))
        : [];

    // The points of items and of indicators are added up apart, as their units differ.
    private static IEnumerable<decimal> Figures(RaiseSet raises) => raises.Raises
        .GroupBy(raise => raise.Key.Code.StartsWith("IND", StringComparison.Ordinal)).Select(unit => unit.Sum(raise => raise.Points))
        .Concat(raises.Raises.Select(raise => raise.To)).Append(raises.After.Total).Append(0.01m);

    internal static async Task<string> HtmlOf(AnalysisModel model) => (await ReportPage.HtmlAsync(model)).Plain();

    [GeneratedRegex("<li>([^<]*)</li>")]
    private static partial Regex ListItem();

    [GeneratedRegex("<p(?: [^>]*)?>(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();

    [GeneratedRegex("[0-9]+\\.[0-9]{2}(?![0-9])")]
    private static partial Regex Figure();
}
