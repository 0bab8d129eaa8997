using Ita.Domain.Analysis;
using Ita.Domain.Tests.Improvement;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Analysis;

public class IssueAnalysisTests
{
    private static readonly string[] WeakOfEkkarat =
    [
        "I7 76.65", "I8 75.33", "I13 82.53", "I14 82.53", "I15 83.18", "I19 77.96", "I20 78.61", "I21 78.61", "I24 81.24", "I26 82.53",
        "I28 81.24", "I29 83.18", "E6 81.90", "E7 81.35", "E9 80.80", "E11 81.35", "E12 80.80", "E14 80.80", "E15 79.70", "O8 0.00", "O25 0.00",
    ];

    [Fact]
    public void Ekkarat_has_103_rows_over_7_issues_all_with_a_score()
    {
        var issues = IssueAnalysis.Analyze(Seeds.Ekkarat, Seeds.Ekkarat.FrameworkOf(), ClassThresholds.Default);

        Assert.Equal(Enumerable.Range(1, 7), issues.Select(issue => issue.Number));
        Assert.Equal(103, issues.Sum(issue => issue.Items.Length));
        Assert.Equal(0, issues.Sum(issue => issue.Unscored));
        Assert.All(issues, issue => Assert.False(issue.IsProposed));
    }

    [Fact]
    public void The_21_items_of_Ekkarat_below_85_are_found()
    {
        var weak = ItemFigure.List(Seeds.Ekkarat, Seeds.Ekkarat.FrameworkOf(), ClassThresholds.Default)
            .Where(item => item.Class == ScoreClass.Urgent);

        Assert.Equal(WeakOfEkkarat, weak.Select(item => FormattableString.Invariant($"{item.Code} {item.Shown:0.00}")));
    }

    [Fact]
    public void Items_are_listed_lowest_first_and_the_lowest_decides()
    {
        var property = IssueAnalysis.Analyze(Seeds.Ekkarat, Seeds.Ekkarat.FrameworkOf(), ClassThresholds.Default)[3];

        Assert.Equal(["I19", "I20", "I21", "I24", "I22", "I23", "O34", "O35"], property.Items.Select(item => item.Code));
        Assert.Equal(ScoreClass.Urgent, property.Verdict);
        Assert.Equal((4, 2, 2), (property.Count(ScoreClass.Urgent), property.Count(ScoreClass.Improve), property.Count(ScoreClass.Keep)));
    }

    [Fact]
    public void With_a_threshold_of_95_more_items_are_weak()
    {
        var budget = IssueAnalysis.Analyze(Seeds.Ekkarat, Seeds.Ekkarat.FrameworkOf(), new(95, 100))[4];

        Assert.Equal(["I8", "I7", "I9"], budget.Weak.Select(item => item.Code));
    }

    [Fact]
    public void Items_without_a_score_are_listed_last()
    {
        var sheet = Sheets.Of(2567, "I10=80 I12=90 IND1=90 IND2=90 IND3=90 IND4=90 IND5=90 EIT1=90 EIT2=90 OIT=90");

        var property = IssueAnalysis.Analyze(Sheets.Scored(sheet), Sheets.FrameworkOf(2567), ClassThresholds.Default)[3];

        Assert.Equal(
            ["I10 80.00", "I12 90.00", "I11 -", "O10 -"],
            property.Items.Select(item => $"{item.Code} {item.Shown?.ToString("0.00") ?? "-"}"));
        Assert.Equal(2, property.Unscored);
        Assert.True(property.IsProposed);
    }

    [Fact]
    public void An_item_asked_in_both_parts_is_one_figure()
    {
        var sheet =
            Sheets.Of(2567, "IIT=90 OIT=90 " + string.Join(' ', Enumerable.Range(1, 9).Select(number => $"E{number}@EIT1=80 E{number}@EIT2=91")));

        var item = ItemFigure.List(Sheets.Scored(sheet), Sheets.FrameworkOf(2567), ClassThresholds.Default).First(one => one.Code == "E1");

        Assert.Equal((85.50m, 2), (item.Shown, item.InParts.Length));
    }
}
