using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Findings;

namespace Ita.Domain.Tests.Scoring;

/// <summary>Ranges of random sheets whose unrounded scores are known.</summary>
public class RangeTests
{
    private const int SheetsOfAYear = 25;

    public static TheoryData<int> Years =>
        [.. FrameworkCatalogue.BuiltIn.All.Where(framework => framework is { Items.IsEmpty: false, Unconfirmed: null })
            .Select(framework => framework.Year.BuddhistEra)];

    [Theory, MemberData(nameof(Years))]
    public void The_total_and_any_of_the_instruments_leave_a_range_with_the_true_score(int year) => Assert.All(Subsets(year), one =>
    {
        var result = Sheets.Scored(one.Sheet);

        Assert.Empty(result.Findings);
        Assert.All(one.True, pair => AssertHolds(one, result.Node(pair.Key), pair.Value));
    });

    [Theory, MemberData(nameof(Years))]
    public void A_total_makes_no_range_wider(int year) => Assert.All(Subsets(year), one =>
    {
        var without = Sheets.Scored(one.Sheet with { Scores = ScoreDictionary.Of(one.Sheet.Scores.Where(pair => pair.Key != ScoreKey.Total)) });
        var with = Sheets.Scored(one.Sheet);

        Assert.All(one.True.Keys, key => Assert.True(
            WidthOf(with.Node(key)) <= WidthOf(without.Node(key)), $"{one}: {key} {without.Node(key).Bounds} {with.Node(key).Bounds}"));
    });

    [Theory, MemberData(nameof(Years))]
    public void The_true_rating_is_decided_or_a_candidate(int year) => Assert.All(Subsets(year), one =>
    {
        var rating = Sheets.Scored(one.Sheet with { PublishedRating = null }).Rating;

        Assert.Contains(one.Sheet.PublishedRating!, rating is RatingOutcome.Undecided open ? open.Candidates : [rating.BandName!]);
    });

    [Theory, MemberData(nameof(Years))]
    public void Without_some_items_the_ranges_have_the_true_scores(int year) => Assert.All(Gaps(year), one =>
    {
        var result = Sheets.Scored(one.Sheet);

        Assert.All(one.True, pair => AssertHolds(one, result.Node(pair.Key), pair.Value));
        Assert.Equal((ScoreStatus.Bounded, "incomplete"), (result.Total.Status, result.Total.Reason!.Code));
    });

    [Theory, MemberData(nameof(Years))]
    public void Without_some_items_the_true_rating_is_decided_or_a_candidate(int year) => Assert.All(Gaps(year), one =>
    {
        var rating = Sheets.Scored(one.Sheet with { PublishedRating = null }).Rating;

        Assert.Contains(one.Sheet.PublishedRating!, rating switch
        {
            RatingOutcome.Undecided open => open.Candidates,
            RatingOutcome.Decided decided => [decided.Band],
            _ => FrameworkCatalogue.BuiltIn.Get(one.Sheet.Year).Rating.Bands.Select(band => band.Name),
        });
    });

    private static void AssertHolds(Case one, ScoreNode node, decimal score) =>
        Assert.True(node.Bounds.Overlaps(Around(node, score)), $"{one}: {node.Key} is {score} and not in {node.Bounds}");

    // The range of a part of which only the combined figure is known is computed from that figure as it is printed.
    private static Interval Around(ScoreNode node, decimal score) =>
        node.Reason?.Code == "only-combined" ? new(score - 0.01m, score + 0.01m) : Interval.Exactly(score);

    private static decimal WidthOf(ScoreNode node) => node.Bounds.High - node.Bounds.Low;

    /// <summary>Sheets of the total and every proper subset of the instruments and parts.</summary>
    private static IEnumerable<Case> Subsets(int year) =>
        from seed in Enumerable.Range(year * 1000, SheetsOfAYear)
        let framework = Sheets.FrameworkOf(year)
        let random = RandomSheet.WithTruth(framework, seed)
        let units = framework.Instruments.SelectMany(one => one.Parts.Select(part => part.Code).Append(one.Code)).ToList()
        from subset in Enumerable.Range(0, 1 << units.Count)
        let stated = units.Where((_, place) => (subset >> place & 1) == 1).ToList()
        where stated.Count < units.Count
        select new Case(seed, string.Join(' ', stated), Stated(random.Sheet, random.True, stated), random.True);

    private static ScoreSheet Stated(ScoreSheet sheet, Dictionary<string, decimal> scores, List<string> stated) => sheet with
    {
        Scores = ScoreDictionary.Of(stated.Append(ScoreKey.TotalCode)
            .Select(code => KeyValuePair.Create(new ScoreKey(code), new GivenScore(Rounding.ToShown(scores[code]))))),
    };

    /// <summary>Sheets of items only, without some of them.</summary>
    private static IEnumerable<Case> Gaps(int year) =>
        from seed in Enumerable.Range(year * 1000, SheetsOfAYear)
        let random = RandomSheet.WithTruth(Sheets.FrameworkOf(year), seed)
        let items = random.Sheet.Scores.Where(pair => Sheets.FrameworkOf(year).Items.Any(item => item.Code == pair.Key.Code)).ToList()
        from step in new[] { 3, 17, 40 }
        select new Case(
            seed, $"without every {step}th item",
            random.Sheet with { Scores = ScoreDictionary.Of(items.Where((_, place) => place % step != seed % step)) }, random.True);

    private sealed record Case(int Seed, string Stated, ScoreSheet Sheet, Dictionary<string, decimal> True)
    {
        public override string ToString() => $"{Seed} {Stated}";
    }
}
