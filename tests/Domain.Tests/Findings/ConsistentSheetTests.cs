using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Findings;

/// <summary>Correct data has no findings; one altered figure has one, whenever rounding does not explain it.</summary>
public class ConsistentSheetTests
{
    private const int SheetsOfAYear = 100;

    public static TheoryData<int> Years =>
        [.. FrameworkCatalogue.BuiltIn.All.Where(framework => framework is { Items.IsEmpty: false, Unconfirmed: null })
            .Select(framework => framework.Year.BuddhistEra)];

    [Theory, MemberData(nameof(Years))]
    public void Correct_sheets_have_no_findings(int year) => Assert.All(Cases(year), one =>
        Assert.Equal(
            [], Sheets.Scored(one.Sheet).Findings.Select(finding => $"{one}: {finding.Code} {finding.Where} {finding.Expected} {finding.Actual}")));

    [Theory, MemberData(nameof(Years))]
    public void Correct_sheets_without_their_published_figures_have_none_either(int year) => Assert.All(
        Cases(year).Where(one => one.Given == PartsGiven.Both),
        one => Assert.Equal([], Sheets.Scored(ItemsAndRating(one.Sheet)).Findings
            .Select(finding => $"{one}: {finding.Code} {finding.Where} {finding.Expected} {finding.Actual}")));

    [Theory, MemberData(nameof(Years))]
    public void Correct_sheets_of_indicators_and_rating_alone_have_none_either(int year) => Assert.All(
        Cases(year),
        one => Assert.Equal([], Sheets.Scored(IndicatorsAndRating(one.Sheet)).Findings
            .Select(finding => $"{one}: {finding.Code} {finding.Where} {finding.Expected} {finding.Actual}")));

    /// <summary>
    /// A figure two hundredths away from the true one cannot come from the same items, which allow a difference of one at most. For an
    /// instrument with parts, and the total above it, this holds only when both parts are known.
    /// </summary>
    [Theory, MemberData(nameof(Years))]
    public void A_published_figure_moved_out_of_rounding_is_found(int year) => Assert.All(
        Cases(year).Where(one => one.Given == PartsGiven.Both),
        one => Assert.All(Published(one.Sheet), key => Assert.Contains(
            Sheets.Scored(Moved(one.Sheet, key, 0.03m)).Findings,
            finding => finding.Code is "published-differs" or "not-reachable")));

    /// <summary>Changes an item so much that the mean of its indicator differs from the printed one by more than the rounding of both.</summary>
    [Theory, MemberData(nameof(Years))]
    public void An_item_moved_out_of_rounding_is_found(int year) => Assert.All(
        Cases(year),
        one => Assert.All(Surveyed(one.Sheet), key => Assert.Contains(
            Sheets.Scored(Moved(one.Sheet, key, 0.50m)).Findings,
            finding => finding.Code is "published-differs" or "not-reachable" or "mean-impossible" or "part-out-of-range")));

    [Theory, MemberData(nameof(Years))]
    public void Another_rating_than_the_scores_give_is_found(int year) => Assert.All(
        Cases(year).Where(one => one.Given == PartsGiven.Both),
        one => Assert.All(
            FrameworkCatalogue.BuiltIn.Get(one.Sheet.Year).Rating.Bands.Where(band => band.Name != one.Sheet.PublishedRating),
            band => Assert.Contains(
                Sheets.Scored(one.Sheet with { PublishedRating = band.Name }).Findings,
                finding => finding.Code == "rating-differs")));

    /// <summary>A regression: the printed items of a part with 95.00 give 94.99.</summary>
    [Fact]
    public void A_rating_that_only_rounding_contradicts_is_no_finding() =>
        Assert.Empty(Sheets.Scored(RandomSheet.Of(Sheets.FrameworkOf(2567), 2567871)).Findings);

    private static IEnumerable<Case> Cases(int year) =>
        from seed in Enumerable.Range(year * 1000, SheetsOfAYear)
        let framework = Sheets.FrameworkOf(year)
        let given = framework.Instruments.All(instrument => instrument.Parts.IsEmpty) ? PartsGiven.Both : (PartsGiven)(seed % 3)
        select new Case(seed, given, RandomSheet.Of(framework, seed, given));

    private static ScoreSheet ItemsAndRating(ScoreSheet sheet) =>
        sheet with { Scores = ScoreDictionary.Of(sheet.Scores.ExceptBy(Published(sheet), score => score.Key)) };

    private static ScoreSheet IndicatorsAndRating(ScoreSheet sheet) =>
        sheet with { Scores = ScoreDictionary.Of(sheet.Scores.Where(score => score.Key.Code.StartsWith("IND", StringComparison.Ordinal))) };

    private static List<ScoreKey> Published(ScoreSheet sheet)
    {
        var items = FrameworkCatalogue.BuiltIn.Get(sheet.Year).Items.Select(item => item.Code).ToHashSet();
        return [.. sheet.Scores.Keys.Where(key => !items.Contains(key.Code))];
    }

    private static IEnumerable<ScoreKey> Surveyed(ScoreSheet sheet) =>
        sheet.Scores.Where(pair => pair.Value.Respondents is not null && pair.Key.Part is null).Select(pair => pair.Key).Take(6);

    private static ScoreSheet Moved(ScoreSheet sheet, ScoreKey key, decimal by)
    {
        var given = sheet.Scores[key];
        return sheet with { Scores = sheet.Scores.With(key, given with { Score = given.Score >= 50 ? given.Score - by : given.Score + by }) };
    }

    private sealed record Case(int Seed, PartsGiven Given, ScoreSheet Sheet)
    {
        public override string ToString() => $"{Seed} {Given}";
    }
}
