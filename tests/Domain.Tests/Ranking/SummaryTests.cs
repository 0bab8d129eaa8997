using Ita.Domain.Frameworks;
using Ita.Domain.Ranking;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Ranking;

public class SummaryTests
{
    private static readonly Framework Framework = Sheets.FrameworkOf(2567);

    /// <summary>
    /// As of Chanthaburi in 2563, where 67.54 and 67.53 were both printed. Every indicator of an agency has one score here, so that is
    /// its unrounded total: 60.005 is shown as 60.01 and 75.064 as 75.06. The totals' mean is 67.535; the indicators' means give 67.5345.
    /// </summary>
    [Fact]
    public void The_mean_of_totals_and_the_total_of_means_are_both_stated()
    {
        var figures = SummaryFigures.Compute([Row("1", 60.01m, score: 60.005m), Row("2", 75.06m, score: 75.064m)], Framework, 85);

        Assert.Equal(67.54m, Rounding.ToShown(figures.MeanOfTotals!.Value));
        Assert.Equal(67.53m, Rounding.ToShown(figures.TotalOfMeans!.Value));
    }

    [Theory]
    [InlineData(84.99, 0)]
    [InlineData(85.00, 1)]
    [InlineData(85.01, 1)]
    public void A_total_equal_to_the_target_reaches_it(decimal total, int reached) =>
        Assert.Equal(reached, SummaryFigures.Compute([Row("1", total)], Framework, 85).Reached);

    /// <summary>459 of the 879 agencies of group 6 passed in 2564: 52.22 %.</summary>
    [Fact]
    public void The_share_is_computed_from_agencies_with_a_total()
    {
        var rows = Enumerable.Range(1, 879).Select(number => Row($"{number}", number <= 459 ? 90 : 80)).Append(Row("880", null)).ToList();

        var figures = SummaryFigures.Compute(rows, Framework, 85);

        Assert.Equal((880, 879, 459, 52.22m), (figures.Agencies, figures.Scored, figures.Reached, Rounding.ToShown(figures.Share!.Value)));
    }

    /// <summary>The shares that the NACC announced (docs/sources/public.md): 5,855 of 8,303, 6,737 of 8,323 and 7,832 of 8,317.</summary>
    [Theory]
    [InlineData(2565, 8303, 5855, 70.52)]
    [InlineData(2566, 8323, 6737, 80.94)]
    [InlineData(2568, 8317, 7832, 94.17)]
    public void The_national_shares_are_those_announced(int year, int agencies, int reached, decimal share)
    {
        var framework = Sheets.FrameworkOf(year);
        var rows = Enumerable.Range(1, agencies).Select(number => Row($"{number}", number <= reached ? 85 : 84.99m)).ToList();

        var figures = SummaryFigures.Compute(rows, framework, framework.Rating.Target.Value);

        Assert.Equal((agencies, reached, share), (figures.Scored, figures.Reached, Rounding.ToShown(figures.Share!.Value)));
    }

    [Fact]
    public void Without_any_total_there_are_no_means_and_no_share()
    {
        var figures = SummaryFigures.Compute([Row("1", null)], Framework, 85);

        Assert.Equal((null, null, null), (figures.MeanOfTotals, figures.TotalOfMeans, figures.Share));
    }

    [Fact]
    public void An_indicator_without_any_score_leaves_no_total_of_means()
    {
        var row = Row("1", 80, score: 80);

        Assert.Null(SummaryFigures.Compute([row with { Indicators = row.Indicators.Remove(9) }], Framework, 85).TotalOfMeans);
    }

    [Fact]
    public void Ratings_of_the_same_names_are_compared_and_add_up()
    {
        var summary = Summary.Compute(Year(2567, Row("1", 96, "ผ่าน"), Row("2", null)), Year(2566, Row("1", 60, "ผ่าน"), Row("2", 60, "ผ่าน")));

        Assert.Equal(new("ผ่าน", 1, 2), summary.Ratings.Single(one => one.Rating == "ผ่าน"));
        Assert.Equal(new("", 1, 0), summary.Ratings[^1]);
        Assert.Empty(summary.RatingsBefore);
    }

    [Fact]
    public void Ratings_with_other_names_are_counted_separately()
    {
        var summary = Summary.Compute(Year(2566, Row("1", 96, "ผ่าน")), Year(2565, Row("1", 96, "AA")));

        Assert.All(summary.Ratings, one => Assert.Null(one.Before));
        Assert.Equal(1, summary.RatingsBefore.Single(one => one.Rating == "AA").Count);
    }

    [Fact]
    public void Top_and_bottom_include_all_that_tie_with_the_last()
    {
        var summary = Summary.Compute(Year(2567, Row("1", 90), Row("2", 80), Row("3", 80), Row("4", 70)), null);

        Assert.Equal(["1"], summary.Top(1).Select(placed => placed.Value.AgencyCode));
        Assert.Equal(["4"], summary.Bottom(1).Select(placed => placed.Value.AgencyCode));
        Assert.Equal(["1", "2", "3"], summary.Top(3).Select(placed => placed.Value.AgencyCode));
        Assert.Equal(["4", "3", "2"], summary.Bottom(3).Select(placed => placed.Value.AgencyCode));
        Assert.Equal(["1", "2", "3"], summary.Top(2).Select(placed => placed.Value.AgencyCode));
        Assert.Equal(["4", "3", "2"], summary.Bottom(2).Select(placed => placed.Value.AgencyCode));
        Assert.Equal(4, summary.Top(10).Count());
        Assert.Equal(4, summary.Bottom(10).Count());
    }

    [Fact]
    public void Types_are_compared_with_themselves_and_agencies_without_a_type_are_last()
    {
        var summary = Summary.Compute(
            Year(2567, Row("1", 90) with { Type = null }, Row("2", 80) with { Type = "จังหวัด" }),
            Year(2566, Row("2", 70) with { Type = "จังหวัด" }));

        Assert.Equal(["จังหวัด", ""], summary.Types.Select(type => type.Type));
        Assert.Equal(70, summary.Types[0].Before!.MeanOfTotals);
        Assert.Null(summary.Types[1].Before);
    }

    /// <summary>Two agencies against two others: nothing can be said of a change.</summary>
    [Fact]
    public void Different_agencies_in_two_years_are_not_compared() =>
        Assert.Null(Summary.Compute(Year(2567, Row("1", 95), Row("2", 93)), Year(2566, Row("3", 83), Row("4", 81))).Both);

    [Fact]
    public void Only_agencies_with_results_in_both_years_are_compared()
    {
        var both = Summary.Compute(
            Year(2567, Row("1", 95, score: 95), Row("2", 93), Row("5", null)), Year(2566, Row("1", 90, score: 90), Row("4", 10), Row("5", 20))).Both!;

        Assert.Equal((2, 1, 95m, 90m), (both.Agencies, both.Now.Scored, both.Now.MeanOfTotals, both.Before.MeanOfTotals));
        Assert.Equal((95m, 90m), (both.Now.Indicators[1], both.Before.Indicators[1]));
    }

    [Fact]
    public void An_indicator_that_an_agency_has_in_one_year_only_is_left_out_of_both()
    {
        var (now, before) = (Row("1", 95, score: 95), Row("1", 90, score: 90));

        var both = Summary.Compute(Year(2567, now with { Indicators = now.Indicators.Remove(9) }), Year(2566, before)).Both!;

        Assert.False(both.Before.Indicators.ContainsKey(9));
        Assert.True(both.Before.Indicators.ContainsKey(8));
    }

    /// <summary>As in seed 002: indicators 1 and 9 are missing, so the total of 96.52 is above what they can give, 95.46.</summary>
    [Theory]
    [InlineData(95.45, null)]
    [InlineData(95.46, null)]
    [InlineData(95.48, "95.46")]
    [InlineData(96.52, "95.46")]
    public void A_total_above_what_its_indicators_allow_is_found(double total, string? highest)
    {
        decimal?[] scores = [null, 91.44m, 93.50m, 90.72m, 91.38m, 92.33m, 91.81m, 90.23m, null, 100m];
        var indicators = Enumerable.Range(1, 10).Where(number => scores[number - 1] is not null)
            .ToImmutableSortedDictionary(number => number, number => scores[number - 1]!.Value);

        var exceeded = PossibleTotal.FindExceeded(Row("1", (decimal)total) with { Indicators = indicators }, Sheets.FrameworkOf(2566));

        Assert.Equal(highest, exceeded?.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public void Without_indicators_every_total_is_possible(int total) =>
        Assert.Null(PossibleTotal.FindExceeded(Row("1", total), Sheets.FrameworkOf(2566)));

    private static SummaryYear Year(int year, params SummaryRow[] rows) => new(Sheets.FrameworkOf(year), [.. rows]);

    private static SummaryRow Row(string code, decimal? total, string? rating = null, decimal? score = null) => new(
        code, $"หน่วยงาน {code}", "เทศบาลตำบล", "จันทบุรี", total, rating, AllOf(score));

    private static ImmutableSortedDictionary<int, decimal> AllOf(decimal? score) => score is { } every
        ? Framework.Indicators.ToImmutableSortedDictionary(indicator => indicator.Number, _ => every)
        : ImmutableSortedDictionary<int, decimal>.Empty;
}
