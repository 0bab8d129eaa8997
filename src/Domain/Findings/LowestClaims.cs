using System.Collections.Immutable;
using Ita.Domain.Analysis;
using Ita.Domain.Scoring;

namespace Ita.Domain.Findings;

/// <summary>Somebody's word that an indicator has the lowest score of its group.</summary>
/// <param name="Instrument">The group: the indicators of this instrument; null for all indicators.</param>
public readonly record struct LowestClaim(int Indicator, string? Instrument = null);

/// <summary>Claims of the lowest score held against the scores (seed 001 names indicator 8, 82.05, where 7 has 81.22).</summary>
public static class LowestClaims
{
    /// <summary>
    /// A finding for each claim that some indicator of the group goes below; every one of a tie is rightly called the lowest.
    /// An indicator without a score contradicts nothing.
    /// </summary>
    public static ImmutableArray<Finding> Check(AgencyResult result, IEnumerable<LowestClaim> claims) =>
        [.. claims.Select(claim => Found(result, claim)).OfType<Finding>()];

    private static Finding? Found(AgencyResult result, LowestClaim claim)
    {
        var key = ScoreKey.Indicator(claim.Indicator);
        var group = result.Instruments
            .Where(instrument => claim.Instrument is null || instrument.Key.Code == claim.Instrument)
            .SelectMany(instrument => instrument.Children);
        return result.ShownOf(key) is { } score && Extremes.Of(group) is { } extremes && extremes.Low < score
            ? new("lowest-differs", Severity.Error, key.ToString(), string.Join(", ", extremes.Lowest.Select(Told)), Combination.Number(score))
            : null;
    }

    private static string Told(ScoreNode node) => $"{node.Key} {Combination.Number(node.Shown!.Value)}";
}
