namespace Ita.Domain.Ranking;

/// <summary>The score that the best tenth of a group reach.</summary>
public static class BestTenth
{
    private const int Tenth = 10;

    /// <param name="scores">Shown scores of one item, one for each agency of the group that has it; in any order.</param>
    /// <returns>The lowest score within the best tenth; a tenth is rounded up to whole agencies. Null in a group of fewer than
    /// <see cref="Standings.FewestPeers"/> scores.</returns>
    public static decimal? Find(IReadOnlyCollection<decimal> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var agencies = (scores.Count + Tenth - 1) / Tenth;
        return scores.Count < Standings.FewestPeers ? null : scores.OrderDescending().ElementAt(agencies - 1);
    }
}
