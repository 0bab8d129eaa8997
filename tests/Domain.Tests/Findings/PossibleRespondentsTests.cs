using Ita.Domain.Findings;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Scoring;
using Ita.Tests;

namespace Ita.Domain.Tests.Findings;

/// <summary>Possible numbers of respondents, from printed scores: docs/sources/seed-003.md and docs/sources/seed-000.md.</summary>
public class PossibleRespondentsTests
{
    [Fact]
    public void Thirty_items_of_seed_003_fit_51_people_and_no_other_number_below_twice_as_many() =>
        Assert.Equal<int>([51, 102], PossibleRespondents.Find(Sheets.FrameworkOf(2566), Of("I")));

    [Fact]
    public void With_one_digit_altered_seed_003_no_longer_fits_51() =>
        Assert.Equal<int>([102], PossibleRespondents.Find(Sheets.FrameworkOf(2566), Of("I").Append(new(new("I1"), 86.36m))));

    [Fact]
    public void Five_indicators_of_seed_000_fit_35_people_on_the_six_levels() =>
        Assert.Equal<int>([35, 70, 105, 140], PossibleRespondents.Find(Sheets.FrameworkOf(2567), Indicators("95.05 96.57 99.24 84.76 97.52")));

    [Fact]
    public void The_public_survey_of_seed_003_fits_more_than_one_number() =>
        // E4 read as 98.37 (003-2); yes/no items are 0 or 100.
        Assert.Equal<int>([123, 184, 245, 246], PossibleRespondents
            .Find(Sheets.FrameworkOf(2566), Of("E").Where(item => item.Key.Code != "E4").Append(new(new("E4"), 98.37m)), 250));

    // IND1 of 2565 has six items, and I1 asks two questions. Full marks but for one answer of 67 give (83.50 + 500) / 6 = 97.25.
    [Theory]
    [InlineData(97.24, false)]
    [InlineData(97.25, true)]
    [InlineData(97.26, false)]
    public void An_indicator_counts_the_questions_within_its_items(double score, bool isPossible) => Assert.Equal<int>(
        isPossible ? [1] : [], PossibleRespondents.Find(Sheets.FrameworkOf(2565), [KeyValuePair.Create(ScoreKey.Indicator(1), (decimal)score)], 1));

    [Fact]
    public void Checklists_do_not_restrict_the_respondents() =>
        Assert.Equal<int>([1, 2, 3], PossibleRespondents.Find(Sheets.FrameworkOf(2566), Of("O"), 3));

    private static IEnumerable<KeyValuePair<ScoreKey, decimal>> Of(string letter) => WorkedExamples
        .Read<AgencyScorerTests.Example>("Scoring")
        .First(example => example.Scores.ContainsKey("I1"))
        .Scores
        .Where(score => score.Key[0] == letter[0] && char.IsDigit(score.Key[1]))
        .Select(score => KeyValuePair.Create(ScoreKey.Parse(score.Key), decimal.Parse(score.Value, CultureInfo.InvariantCulture)));

    private static IEnumerable<KeyValuePair<ScoreKey, decimal>> Indicators(string scores) => scores.Split(' ')
        .Select((score, place) => KeyValuePair.Create(ScoreKey.Indicator(place + 1), decimal.Parse(score, CultureInfo.InvariantCulture)));
}
