using Ita.Domain.Ranking;

namespace Ita.Domain.Tests.Ranking;

public class BestTenthTests
{
    /// <summary>The scores are 1, 2, 3 and so on, so that the result names the place: the highest, the second, the third.</summary>
    [Theory]
    [InlineData(0, null)]
    [InlineData(9, null)]
    [InlineData(10, 10)]
    [InlineData(11, 10)]
    [InlineData(19, 18)]
    [InlineData(20, 19)]
    [InlineData(21, 19)]
    [InlineData(100, 91)]
    public void The_best_tenth_is_a_tenth_of_the_agencies_rounded_up(int agencies, int? reached) =>
        Assert.Equal((decimal?)reached, BestTenth.Find([.. Enumerable.Range(1, agencies).Select(score => (decimal)score)]));

    [Fact]
    public void Equal_scores_are_counted_each() =>
        Assert.Equal(85.21m, BestTenth.Find([99m, .. Enumerable.Repeat(85.21m, 30), 98.50m]));
}
