using Ita.Domain.Analysis;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Improvement;

namespace Ita.Domain.Tests.Analysis;

public class StrengthsTests
{
    [Fact]
    public void The_strengths_of_Tha_Rae_are_all_but_7_and_8_and_7_is_the_lowest_of_its_instrument()
    {
        var strengths = Of(Seeds.ThaRae);

        Assert.Equal([1, 2, 3, 4, 5, 6, 9, 10], strengths.Strong.AsEnumerable());
        Assert.Equal([7, 8], strengths.Weak.AsEnumerable());
        Assert.Equal(["IND7"], strengths.Instruments[1].Indicators!.Lowest.Select(node => node.Key.Code));
        Assert.Equal(["IND9", "IND10"], strengths.Indicators!.Highest.Select(node => node.Key.Code));
    }

    [Fact]
    public void Only_indicator_8_of_Ekkarat_is_below_the_line_and_O8_and_O25_are_its_lowest_items()
    {
        var strengths = Of(Seeds.Ekkarat);

        Assert.Equal([8], strengths.Weak.AsEnumerable());
        Assert.Equal(["O8", "O25"], strengths.WeakItems.Take(2).Select(item => item.Code));
        Assert.Equal(21, strengths.WeakItems.Length);
        Assert.Equal(["I8"], strengths.Instruments[0].Items!.Lowest.Select(node => node.Key.Code));
    }

    [Fact]
    public void Ranks_go_from_the_best_down_with_ties_sharing_one() =>
        Assert.Equal([1, 1, 3], Of(Seeds.ThaRae).Ranked.Take(3).Select(ranked => ranked.Rank));

    [Fact]
    public void A_complete_checklist_and_a_failing_survey_disagree()
    {
        var found = Disagreement.Find(Seeds.ThaRae, Seeds.ThaRae.FrameworkOf(), DisagreementRule.Default);

        Assert.Contains(new Disagreement(DisagreementKind.PapersAgainstPeople, "OIT", 100.00m, "EIT", 82.88m), found);
        Assert.Contains(new Disagreement(DisagreementKind.SurveysApart, "IIT", 97.88m, "EIT", 82.88m), found);
    }

    [Fact]
    public void Consistent_instruments_do_not_disagree() =>
        Assert.Empty(Disagreement.Find(Seeds.MaeNaTham, Seeds.MaeNaTham.FrameworkOf(), DisagreementRule.Default));

    private static Strengths Of(AgencyResult result) => Strengths.Find(result, result.FrameworkOf(), ClassThresholds.Default);
}
