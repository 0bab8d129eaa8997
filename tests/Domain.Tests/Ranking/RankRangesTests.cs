using Ita.Domain.Ranking;

namespace Ita.Domain.Tests.Ranking;

/// <summary>The ranges are compared with those of small groups that can be computed exactly.</summary>
public sealed class RankRangesTests
{
    [Fact]
    public void Without_variances_a_range_is_the_rank_and_equal_totals_may_have_each_others_ranks() =>
        Assert.Equal(
            [new(4, 4), new(1, 1), new(2, 3), new(2, 3)],
            Of((80.00m, null), (90.00m, null), (85.50m, null), (85.50m, 0m)));

    [Fact]
    public void An_empty_group_has_no_ranges() => Assert.Empty(Of());

    // B is above A with the probability Phi(difference / sqrt(2 variance)). The rank of A is open on the side where that leaves more than 2.5 %:
    // up to 1.96 x sqrt(2) = 2.77 points for a variance of 1.
    [Theory]
    [InlineData(0.0, 1, 2)]
    [InlineData(2.3, 1, 2)]
    [InlineData(3.3, 2, 2)]
    [InlineData(-2.3, 1, 2)]
    [InlineData(-3.3, 1, 1)]
    public void Two_totals_may_change_places_when_the_exact_probability_is_above_two_and_a_half_percent(double above, int from, int to) =>
        Assert.Equal(new(from, to), Of((80m, 1m), (80m + (decimal)above, 1m))[0]);

    // Ten equal totals with equal variances: each rank of 1 to 10 has the probability 1/10, so nothing is left out.
    [Fact]
    public void Equal_totals_with_equal_variances_may_have_every_rank() =>
        Assert.All(Of([.. Enumerable.Repeat((80m, (decimal?)4m), 10)]), range => Assert.Equal(new(1, 10), range));

    // Forty-one equal totals: each rank has the probability 1/41, so the range leaves out about one rank on each side.
    [Fact]
    public void A_range_leaves_out_two_and_a_half_percent_on_each_side() =>
        Assert.All(Of([.. Enumerable.Repeat((80m, (decimal?)4m), 41)]), range =>
        {
            Assert.InRange(range.From, 1, 4);
            Assert.InRange(range.To, 38, 41);
        });

    [Fact]
    public void A_total_without_a_variance_is_passed_by_those_that_are_drawn() =>
        Assert.Equal([new(1, 2), new(1, 2), new(3, 3)], Of((85.00m, null), (84.50m, 2m), (60.00m, null)));

    [Fact]
    public void The_same_chance_gives_the_same_ranges()
    {
        (decimal, decimal?)[] totals = [.. Enumerable.Range(0, 30).Select(number => (70m + number, (decimal?)(number % 4)))];
        Assert.Equal(Of(totals), Of(totals));
    }

    private static RankRange[] Of(params (decimal Total, decimal? Variance)[] totals) =>
        [.. RankRanges.Of([.. totals.Select(one => new OpenTotal(one.Total, one.Variance))], new Random(2566).NextDouble)];
}
