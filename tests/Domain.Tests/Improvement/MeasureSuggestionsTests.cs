using Ita.Domain.Analysis;
using Ita.Domain.Improvement;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Improvement;

public class MeasureSuggestionsTests
{
    [Fact]
    public void Ekkarat_should_fulfil_O25_before_O8_and_both_before_any_survey_item()
    {
        var suggestions = Of(Seeds.Ekkarat);

        Assert.Equal([("O25", 1.00m), ("O8", 0.40m)], suggestions.Take(2).Select(one => (one.Code, one.TotalGain!.Value)));
        Assert.Equal(21, suggestions.Length);
    }

    [Fact]
    public void Each_suggestion_cites_its_item_and_score_and_offers_a_measure()
    {
        var first = Of(Seeds.Ekkarat)[0];

        Assert.Equal(("O25", 0.00m, "หลักเกณฑ์การบริหารและพัฒนาทรัพยากรบุคคล"), (first.Code, first.Shown, first.Text));
        Assert.Equal(["personnel-rules"], first.Measures.Select(measure => measure.Id));
        Assert.All(Of(Seeds.Ekkarat), one => Assert.NotEmpty(one.Measures));
    }

    [Fact]
    public void Suggestions_that_do_not_help_the_next_rating_are_last()
    {
        var suggestions = Of(Seeds.MaeNaTham, new(96.5m, 100));

        Assert.Equal([("IND4", true), ("IND1", true)], suggestions.Take(2).Select(one => (one.Code, one.HelpsNext)));
        Assert.Equal(["IND9", "IND8"], suggestions.Where(one => !one.HelpsNext).Select(one => one.Code).OrderDescending());
    }

    [Fact]
    public void A_weak_indicator_without_items_is_offered_the_measures_of_its_items() =>
        Assert.Contains(Assert.Single(Of(Seeds.MaeNaTham)).Measures, measure => measure.Id == "property-inspection");

    [Fact]
    public void Without_a_total_measures_are_still_suggested()
    {
        var suggestions = Of(Sheets.Scored(Sheets.Of(2567, "I10=60 O6=0")));

        Assert.Equal(["O6", "I10"], suggestions.Select(one => one.Code));
        Assert.All(suggestions, one => Assert.Null(one.TotalGain));
    }

    private static ImmutableArray<Suggestion> Of(AgencyResult result, ClassThresholds? thresholds = null) =>
        MeasureSuggestions.Suggest(result, result.FrameworkOf(), thresholds ?? ClassThresholds.Default);
}
