using Ita.Domain.Ranking;

namespace Ita.Domain.Tests.Ranking;

public class PlacesTests
{
    [Fact]
    public void Equal_scores_share_a_rank_and_the_next_rank_is_skipped()
    {
        var placed = Places.Of([("a", 90.00m), ("b", 95m), ("c", 90.0m), ("d", 80m)], agency => agency.Item2);

        Assert.Equal<int>([1, 2, 2, 4], placed.Select(place => place.Rank));
        Assert.Equal<string>(["b", "a", "c", "d"], placed.Select(place => place.Value.Item1));
    }

    [Fact]
    public void Values_without_a_score_have_no_rank()
    {
        var placed = Places.Of<(string Name, decimal? Score)>([("a", null), ("b", 0m)], agency => agency.Score);

        Assert.Equal("b", Assert.Single(placed).Value.Name);
    }
}
