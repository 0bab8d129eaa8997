using Ita.Domain.Improvement;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Improvement;

public class MeasureLibraryTests
{
    private static readonly MeasureLibrary Library = MeasureLibrary.BuiltIn;

    [Theory]
    [InlineData(2566), InlineData(2567)]
    public void Every_item_of_the_year_has_a_measure(int year) => Assert.All(
        Sheets.FrameworkOf(year).Items, item => Assert.NotEmpty(Library.ForItem(FiscalYear.FromBuddhistEra(year), item.Code)));

    [Theory]
    [InlineData(2566), InlineData(2567)]
    public void A_measure_stands_under_an_issue_that_holds_its_items(int year)
    {
        var issues = Sheets.FrameworkOf(year).Issues.ToDictionary(issue => issue.Number, issue => issue.Items);

        Assert.Empty(Library.Measures.SelectMany(measure => measure.ItemsIn(FiscalYear.FromBuddhistEra(year))
            .Where(item => !issues[measure.Issue].Contains(item)).Select(item => $"{measure.Id} {item}")));
    }

    [Fact]
    public void Every_issue_has_at_least_two() =>
        Assert.All(Enumerable.Range(1, 7), issue => Assert.True(Library.Measures.Count(measure => measure.Issue == issue) >= 2));

    [Fact]
    public void Every_text_exists_and_none_occurs_twice()
    {
        Assert.All(Library.Measures, measure =>
        {
            Assert.InRange(measure.Steps.Length, 2, 4);
            Assert.NotEmpty(measure.Responsible);
            Assert.DoesNotContain(
                measure.Steps.Concat(measure.Responsible).Append(measure.Title).Append(measure.Monitoring),
                string.IsNullOrWhiteSpace);
            Assert.True(measure.FirstQuarter >= 1 && measure.FirstQuarter <= measure.LastQuarter && measure.LastQuarter <= 4);
        });
        var texts = Library.Measures.SelectMany(measure => measure.Steps.Append(measure.Title)).ToList();
        Assert.Equal(texts.Distinct(), texts);
        Assert.Equal(Library.Measures.Select(measure => measure.Id).Distinct(), Library.Measures.Select(measure => measure.Id));
    }

    [Fact]
    public void Owners_are_offices_that_every_local_body_has() => Assert.Empty(
        Library.Measures.SelectMany(measure => measure.Responsible).Except(["สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา", "ทุกส่วนราชการ"]));

    [Fact]
    public void One_measure_serves_the_same_topic_in_other_years()
    {
        var property = Library.Measures.First(measure => measure.Id == "property-inspection");

        Assert.Equal(["I24"], ItemsIn(2564, "property-inspection"));
        Assert.Equal(["I12"], property.ItemsIn(FiscalYear.FromBuddhistEra(2567)).AsEnumerable());
        Assert.Equal(["O17"], ItemsIn(2565, "e-service").Where(code => code[0] == 'O'));
    }

    [Theory]
    [InlineData(2567, "O13")]
    [InlineData(2568, "O10")]
    [InlineData(2569, "O10")]
    public void A_measure_follows_its_topic_into_later_years(int year, string item) => Assert.Contains(item, ItemsIn(year, "e-service"));

    [Theory]
    [InlineData(2568), InlineData(2569)]
    public void Every_checklist_item_of_a_later_year_has_a_measure(int year) => Assert.Empty(Sheets.FrameworkOf(year).Items
        .Where(item => !MeasureLibrary.For(Sheets.FrameworkOf(year)).ForItem(FiscalYear.FromBuddhistEra(year), item.Code).Any())
        .Select(item => item.Code));

    [Fact]
    public void Measures_that_come_with_a_framework_replace_those_of_the_same_id_and_are_added_to_the_others()
    {
        var framework = Sheets.FrameworkOf(2568) with
        {
            Measures = [new("e-service", 2, ["O10"], "ก", ["ข"], ["ค"], 1, 2, "ง"), new("of-its-own", 1, ["O5"], "จ", ["ฉ"], ["ช"], 3, 4, "ซ")],
        };

        var library = MeasureLibrary.For(framework);

        Assert.Equal(Library.Measures.Length + 1, library.Measures.Length);
        Assert.Equal(
            ("ก", "O10"), (
                library.Measures.Single(one => one.Id == "e-service").Title, library.ForItem(framework.Year, "O10").First().ItemsIn(
                    framework.Year)[0]));
        Assert.Contains(library.ForItem(framework.Year, "O5"), one => one.Id == "of-its-own");
    }

    private static IEnumerable<string> ItemsIn(int year, string id) =>
        MeasureLibrary.For(Sheets.FrameworkOf(year)).Measures.First(one => one.Id == id).ItemsIn(FiscalYear.FromBuddhistEra(year));

    [Fact]
    public void Filled_in_for_an_agency_it_runs_in_the_year_after()
    {
        var measure = Library.Measures.First(one => one.Id == "half-year-progress").For("1", FiscalYear.FromBuddhistEra(2566));

        Assert.Equal((2566, 2567, MeasureStatus.Planned), (measure.Analysed.BuddhistEra, measure.CarriedOut.BuddhistEra, measure.Status));
        Assert.Equal("ไตรมาสที่ 2-3 (มกราคม 2567 - มิถุนายน 2567)", measure.Period);
    }

    [Theory]
    [InlineData(1, 4, "ไตรมาสที่ 1-4 (ตุลาคม 2566 - กันยายน 2567)")]
    [InlineData(1, 1, "ไตรมาสที่ 1 (ตุลาคม 2566 - ธันวาคม 2566)")]
    [InlineData(4, 4, "ไตรมาสที่ 4 (กรกฎาคม 2567 - กันยายน 2567)")]
    public void A_period_is_told_in_quarters_and_months(int first, int last, string expected) =>
        Assert.Equal(expected, MeasurePeriod.Of(FiscalYear.FromBuddhistEra(2567), first, last));

    [Fact]
    public void An_agency_may_change_a_measure_and_add_its_own()
    {
        var own = Library.Measures[0] with { Title = "มาตรการของเรา" };

        var library = Library.With([own, own with { Id = "own" }]);

        Assert.Equal(Library.Measures.Length + 1, library.Measures.Length);
        Assert.Equal("มาตรการของเรา", library.Measures[0].Title);
        Assert.Equal("own", library.Measures[^1].Id);
    }
}
