using Ita.Domain.Analysis;
using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Analysis;

public class ExtremesTests
{
    [Fact]
    public void Both_nodes_of_a_tie_are_named()
    {
        var extremes = Extremes.Find([Node("A", 78.61m), Node("B", 99.35m), Node("C", 78.61m), Node("D", 99.35m), Node("E", 80m)])!;

        Assert.Equal(["A", "C"], extremes.Lowest.Select(node => node.Key.Code));
        Assert.Equal(["B", "D"], extremes.Highest.Select(node => node.Key.Code));
        Assert.Equal((78.61m, 99.35m, false), (extremes.Low, extremes.High, extremes.AreEqual));
    }

    [Fact]
    public void A_node_without_a_score_is_neither_lowest_nor_highest() =>
        Assert.Equal(["B"], Extremes.Find([Node("A", null), Node("B", 90m)])!.Lowest.Select(node => node.Key.Code));

    [Fact]
    public void Equal_scores_have_no_lowest_and_highest() => Assert.True(Extremes.Find([Node("A", 100m), Node("B", 100m)])!.AreEqual);

    [Fact]
    public void No_scores_have_no_extremes() => Assert.Null(Extremes.Find([Node("A", null)]));

    [Fact]
    public void Ties_share_a_rank_and_the_next_rank_is_skipped()
    {
        var ranked = RankOrder.Rank([Node("A", 90m), Node("B", 100m), Node("C", null), Node("D", 100m), Node("E", 80m)]);

        Assert.Equal([(1, "B"), (1, "D"), (3, "A"), (4, "E")], ranked.Select(one => (one.Rank, one.Node.Key.Code)));
    }

    private static ScoreNode Node(string code, decimal? shown) => new()
    {
        Level = Level.Indicator,
        Key = new(code),
        Name = code,
        Status = shown is null ? ScoreStatus.NotProcessed : ScoreStatus.Computed,
        Formula = "",
        Score = shown,
        Shown = shown,
    };
}
