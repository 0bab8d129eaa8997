using Ita.Domain.Ranking;

namespace Ita.Domain.Tests.Ranking;

/// <summary>Ranks computed from counts equal those computed by sorting.</summary>
public sealed class StandingsTests
{
    [Fact]
    public void Every_rank_share_and_percentile_is_that_of_a_one_by_one_comparison()
    {
        var random = new Random(2566);
        decimal[] totals = [.. Enumerable.Range(0, 500).Select(_ => random.Next(8_000, 8_200) / 100m), 0m, 100m];
        var standings = Of([.. totals.Select(total => (decimal?)total), null]);

        Assert.Equal((503, 502), (standings.Agencies, standings.Scored));
        foreach (var total in totals)
        {
            Assert.Equal(1 + totals.Count(other => other > total), standings.RankOf(total));
            Assert.Equal(totals.Count(other => other == total), standings.SharingWith(total));
            var below = totals.Count(other => other < total) + (totals.Count(other => other == total) / 2m);
            Assert.Equal(below / totals.Length * 100, standings.PercentileOf(total)!.Value, 20);
        }
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(11, true)]
    public void A_group_of_fewer_than_ten_has_no_percentile(int scored, bool has) =>
        Assert.Equal(has, Of([.. Enumerable.Repeat((decimal?)85m, scored), null]).PercentileOf(85m) is not null);

    [Fact]
    public void Equal_totals_have_the_percentile_50() => Assert.Equal(50m, Of([.. Enumerable.Repeat((decimal?)85m, 10)]).PercentileOf(85m));

    [Theory]
    [InlineData(0, 1, 90, 90)]
    [InlineData(0, 2, 80, 90)]
    [InlineData(1, 2, 80, 80)]
    [InlineData(3, 1, 70, 70)]
    [InlineData(3, 9, 70, 70)]
    public void A_page_lies_between_two_totals(int skip, int count, int lowest, int highest) =>
        Assert.Equal((lowest, highest), Of(90m, 80m, 80m, 70m, null).Between(skip, count));

    [Fact]
    public void After_the_last_place_there_is_no_page() => Assert.Null(Of(90m, null).Between(1, 1));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(100.01)]
    [InlineData(85.001)]
    public void A_number_that_is_not_a_shown_total_is_refused(double total) => Assert.Throws<ArgumentOutOfRangeException>(() => Of((decimal)total));

    private static Standings Of(params decimal?[] totals)
    {
        var standings = new Standings();
        foreach (var total in totals)
        {
            standings.Add(total);
        }

        return standings;
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, "75.50")]
    [InlineData(11, "76.00")]
    public void The_median_is_known_from_ten_totals_on(int count, string? expected)
    {
        var standings = new Standings();
        foreach (var number in Enumerable.Range(1, count))
        {
            standings.Add(70m + number);
        }

        Assert.Equal(expected is null ? null : decimal.Parse(expected, CultureInfo.InvariantCulture), standings.Median);
    }
}
