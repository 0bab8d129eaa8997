using Ita.Domain.Analysis;
using Ita.Domain.Improvement;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Improvement;

public class CoverageTests
{
    [Fact]
    public void The_plan_of_Ekkarat_has_nothing_for_its_missing_documents_and_its_property()
    {
        var coverage = Coverage.Compute(Seeds.Ekkarat, Seeds.Ekkarat.FrameworkOf(), ClassThresholds.Default, Plans.Ekkarat.All);

        Assert.Equal(
            ["I13", "I19", "I20", "I21", "I24", "I29", "E11", "E12", "E14", "E15", "O8", "O25"],
            coverage.Uncovered.AsEnumerable());
    }

    [Fact]
    public void Its_measures_on_procurement_and_manuals_address_no_weakness_and_none_has_monitoring()
    {
        var coverage = Coverage.Compute(Seeds.Ekkarat, Seeds.Ekkarat.FrameworkOf(), ClassThresholds.Default, Plans.Ekkarat.All);

        Assert.Equal(["1", "4"], coverage.WithoutWeakness.Select(measure => measure.Id));
        Assert.Equal(7, coverage.Incomplete.Length);
        Assert.All(coverage.Incomplete, one => Assert.Equal([MissingField.Monitoring], one.Missing.AsEnumerable()));
    }

    [Fact]
    public void The_plan_of_Phathai_has_no_measure_for_indicator_4()
    {
        var coverage = Coverage.Compute(Plans.Phathai.Weak, Sheets.FrameworkOf(2565), Plans.Phathai.All);

        Assert.Equal(["IND4"], coverage.Uncovered.AsEnumerable());
        Assert.Empty(coverage.Incomplete);
    }

    [Fact]
    public void A_weak_indicator_without_items_counts_and_any_of_its_items_answers_it()
    {
        var framework = Seeds.MaeNaTham.FrameworkOf();

        Assert.Equal(["IND4"], Coverage.WeakCodes(Seeds.MaeNaTham, framework, ClassThresholds.Default).AsEnumerable());
        Assert.Empty(Coverage.Compute(Seeds.MaeNaTham, framework, ClassThresholds.Default, [Plans.Measure("I10", 2567)]).Uncovered);
    }

    /// <summary>As in seed 000, whose 17 measures name an issue each and no item.</summary>
    [Fact]
    public void A_measure_that_names_only_its_issue_answers_the_items_and_indicators_of_the_issue()
    {
        var framework = Seeds.MaeNaTham.FrameworkOf();
        var measures = Enumerable.Range(1, 7).Select(issue => OfIssue(issue, 2567)).ToList();

        var coverage = Coverage.Compute(Seeds.MaeNaTham, framework, ClassThresholds.Default, measures);

        Assert.Empty(coverage.Uncovered);
        Assert.Empty(coverage.WithoutWeakness);
        Assert.True(coverage.IsComplete);
        Assert.Equal(["IND4"], Coverage.Compute(["IND4"], framework, [.. measures.Where(measure => measure.Issue != 4)]).Uncovered.AsEnumerable());
    }

    [Theory]
    [InlineData(6, "I13", true)]
    [InlineData(4, "I13", false)]
    [InlineData(4, "I19", true)]
    [InlineData(3, "O8", true)]
    public void Only_the_issue_of_an_item_answers_it(int issue, string item, bool isAnswered) =>
        Assert.Equal(isAnswered, Coverage.Compute([item], Sheets.FrameworkOf(2566), [OfIssue(issue)]).IsComplete);

    [Fact]
    public void A_measure_that_names_an_indicator_answers_its_items() =>
        Assert.Empty(Coverage.Compute(["I19"], Sheets.FrameworkOf(2566), [Plans.Measure("IND4")]).Uncovered);

    /// <summary>As in seed 001: the items of the issues of 2565 are not known.</summary>
    [Theory]
    [InlineData(2565, 3)]
    [InlineData(2566, null)]
    [InlineData(2564, 7)]
    public void Nothing_is_said_of_weaknesses_when_no_measure_says_what_it_answers(int year, int? issue)
    {
        var coverage = Coverage.Compute(["IND7"], Sheets.FrameworkOf(year), [OfIssue(1, year) with { Issue = issue }]);

        Assert.False(coverage.IsKnown);
        Assert.False(coverage.IsComplete);
        Assert.Empty(coverage.Uncovered);
        Assert.Empty(coverage.WithoutWeakness);
        Assert.Single(coverage.Unassigned);
    }

    [Fact]
    public void An_empty_plan_answers_nothing_and_that_is_known()
    {
        var coverage = Coverage.Compute(["IND7"], Sheets.FrameworkOf(2565), []);

        Assert.True(coverage.IsKnown);
        Assert.Equal(["IND7"], coverage.Uncovered.AsEnumerable());
    }

    [Fact]
    public void A_cancelled_measure_answers_nothing()
    {
        var cancelled = Plans.Measure("I10", 2567) with { Status = MeasureStatus.Cancelled };

        Assert.Equal(["IND4"], Coverage.Compute(["IND4"], Sheets.FrameworkOf(2567), [cancelled]).Uncovered.AsEnumerable());
    }

    [Fact]
    public void A_measure_without_period_owner_and_monitoring_lacks_all_three()
    {
        var bare = Plans.Measure("I10") with { Period = "", Responsible = " ", Monitoring = "" };

        var incomplete = Assert.Single(Coverage.Compute([], Sheets.FrameworkOf(2566), [bare]).Incomplete);
        Assert.Equal([MissingField.Period, MissingField.Responsible, MissingField.Monitoring], incomplete.Missing.AsEnumerable());
    }

    private static Measure OfIssue(int issue, int year = 2566) => Plans.Measure("I1", year) with { Issue = issue, Items = [] };

    [Fact]
    public void A_year_later_each_measure_shows_what_became_of_its_items()
    {
        var before = Sheets.Scored(Sheets.Of(2566, "I8=75.33 O25=0 O8=0"));
        var after = Sheets.Scored(Sheets.Of(2567, "I4=95 O6=100 O18=100"));
        var years = YearOverYear.Compare(before, before.FrameworkOf(), after, after.FrameworkOf());

        var effects = Assert.Single(MeasureOutcome.Compare([Plans.Measure("O8 I8"), Plans.Measure("I1", 2565)], years)).Effects;

        Assert.Equal(("O8", "O6", 100m), (effects[0].Code, effects[0].Change!.Code, effects[0].Change!.Change));
        Assert.Null(effects[1].Change);
    }
}
