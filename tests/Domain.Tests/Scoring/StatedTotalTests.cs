using Ita.Domain.Scoring;
using Ita.Tests;

namespace Ita.Domain.Tests.Scoring;

/// <summary>What a stated total, or a total without one item, leaves for the other figures: the examples of tests/SampleData/StatedTotals.</summary>
public class StatedTotalTests
{
    public static TheoryData<Example> Examples => [.. WorkedExamples.Read<Example>("StatedTotals")];

    [Theory, MemberData(nameof(Examples))]
    public void Scores_and_statuses_are_those_of_the_example(Example example)
    {
        var result = example.Result();

        Assert.Equal(example.Expected, example.Expected.Keys.ToDictionary(key => key, key => Text(result.Node(key).Shown)));
        Assert.Equal(example.Statuses, example.Statuses.Keys.ToDictionary(key => key, key => result.Node(key).Status.ToString()));
    }

    [Theory, MemberData(nameof(Examples))]
    public void Ranges_are_those_of_the_example(Example example)
    {
        var result = example.Result();

        Assert.Equal(example.Bounds, example.Bounds.Keys.ToDictionary(key => key, key => Range(result.Node(key).Bounds)));
    }

    [Theory, MemberData(nameof(Examples))]
    public void The_reason_names_what_is_missing(Example example)
    {
        var result = example.Result();

        Assert.Equal(example.Missing, example.Missing.Keys.ToDictionary(key => key, key => result.Node(key).Reason!.Places["missing"]));
    }

    [Theory, MemberData(nameof(Examples))]
    public void The_rating_is_decided_or_its_candidates_are_named(Example example)
    {
        var rating = example.Result().Rating;

        Assert.Equal((example.Band, example.Next), (rating.BandName, (rating as RatingOutcome.Decided)?.Next?.Band));
        Assert.Equal(example.Candidates, (rating as RatingOutcome.Undecided)?.Candidates ?? []);
        Assert.Equal(example.Blocks, (rating as RatingOutcome.Decided)?.Next?.Blocks.Select(Text) ?? []);
    }

    [Theory, MemberData(nameof(Examples))]
    public void Only_contradictions_are_found(Example example) => Assert.Equal(
        example.Findings.Order(), example.Result().Findings.Select(finding => $"{finding.Code} {finding.Where}").Order());

    [Fact]
    public void A_score_that_follows_from_the_total_says_so_with_its_range()
    {
        var node = Sheets.Scored(Sheets.Of(2566, "IIT=95 EIT=90 TOTAL=91.50")).Node("OIT");

        Assert.Equal("(TOTAL - 0.30 x IIT - 0.30 x EIT) / 0.40", node.Formula);
        Assert.Contains("89.98-90.02", node.Reason!.Text.Th, StringComparison.Ordinal);
        Assert.Contains("91.50", node.Reason.Text.En, StringComparison.Ordinal);
    }

    /// <summary>
    /// Of 200 staff in 2567, 40 must answer. With fewer, IIT counts as 0: (63 - 0 - 27) / 0.4 = 90; otherwise (63 - 27 - 27) / 0.4.
    /// </summary>
    [Theory]
    [InlineData(39, "90.00")]
    [InlineData(40, "22.50")]
    [InlineData(41, "22.50")]
    public void An_instrument_that_is_not_processed_counts_as_its_rule_says(int respondents, string expected)
    {
        var sheet = Sheets.Of(2567, "IIT=90 EIT=90 TOTAL=63", respondents: respondents);

        var result = Sheets.Scored(sheet, new(sheet.Year, Sheets.Code, InternalStaff: 200));

        Assert.Equal(expected, Text(result.Node("OIT").Shown));
    }

    /// <summary>Of 20 answers to part 1 that are required, 10 came: the part counts as 0, and the total leaves the other part 80.</summary>
    [Fact]
    public void A_part_that_is_not_processed_leaves_the_rest_to_the_other_part()
    {
        var sheet = Sheets.Of(2567, "IIT=90 OIT=90 EIT1=85 TOTAL=75", respondents: 10);

        var result = Sheets.Scored(sheet, new(sheet.Year, Sheets.Code, ExternalStakeholders: 20));

        Assert.Equal(("80.00", ScoreStatus.Derived), (Text(result.Node("EIT2").Shown), result.Node("EIT2").Status));
        Assert.Equal((null, ScoreStatus.NotProcessed), (result.Node("EIT").Shown, result.Node("EIT").Status));
    }

    [Theory]
    [InlineData(89.98, "Yes")]
    [InlineData(89.99, "Maybe")]
    [InlineData(90.02, "Maybe")]
    [InlineData(90.03, "No")]
    public void A_derived_score_meets_a_condition_only_with_its_whole_range(decimal line, string expected)
    {
        var node = Sheets.Scored(Sheets.Of(2566, "IIT=95 EIT=90 TOTAL=91.50")).Node("OIT");

        Assert.Equal(expected, Rated.Of(node).AtLeast(line).ToString());
    }

    private static string? Text(decimal? shown) => shown?.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(Shortfall block) => FormattableString.Invariant($"{block.What} {block.Score:0.00} < {block.Needed:0.##}");

    private static string Range(Interval bounds) => $"{Text(Rounding.ToShown(bounds.Low))}-{Text(Rounding.ToShown(bounds.High))}";

    public sealed record Example(
        string Name,
        string Source,
        int Year,
        string? Rating,
        Dictionary<string, string> Scores,
        Dictionary<string, string?> Expected,
        Dictionary<string, string> Bounds,
        Dictionary<string, string> Statuses,
        Dictionary<string, string> Missing,
        string? Band,
        string[] Candidates,
        string? Next,
        string[] Blocks,
        string[] Findings)
    {
        public AgencyResult Result() => Sheets.Scored(Sheets.Of(Year, Scores, Rating));

        public override string ToString() => Name;
    }
}
