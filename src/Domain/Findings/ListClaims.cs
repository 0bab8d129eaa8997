using System.Collections.Immutable;
using Ita.Domain.Scoring;

namespace Ita.Domain.Findings;

/// <summary>A list of indicators said to be all those on one side of a line: "ตัวชี้วัดที่ได้คะแนนมากกว่าร้อยละ ๘๕".</summary>
/// <param name="AtLeast">Least shown score, 0 to 100, with which an indicator belongs in the list; null when the list has no lower end.</param>
/// <param name="Below">Score, 0 to 100, from which on it does not; null when the list has no upper end.</param>
public sealed record ListClaim(ImmutableArray<int> Indicators, decimal? AtLeast = null, decimal? Below = null)
{
    internal string Range => (AtLeast, Below) switch
    {
        ({ } low, null) => $">= {Combination.Number(low)}",
        (null, { } high) => $"< {Combination.Number(high)}",
        ({ } low, { } high) => $">= {Combination.Number(low)}, < {Combination.Number(high)}",
        _ => "0-100",
    };

    internal bool Takes(decimal shown) => !(shown < AtLeast) && !(shown >= Below);
}

/// <summary>Lists of strengths and weaknesses held against the scores: who is in by mistake, and who is left out (seed 001).</summary>
public static class ListClaims
{
    /// <summary>A finding for each indicator on the wrong side; one without a score is let pass.</summary>
    public static ImmutableArray<Finding> Check(AgencyResult result, ListClaim claim) =>
    [
        .. from indicator in result.Indicators
           let score = result.ShownOf(indicator.Key)
           where score is not null
           let listed = claim.Indicators.Any(number => ScoreKey.Indicator(number) == indicator.Key)
           where listed != claim.Takes(score.Value)
           select new Finding(
               listed ? "list-has-wrong-member" : "list-leaves-out",
               Severity.Error,
               indicator.Key.ToString(),
               claim.Range,
               Combination.Number(score.Value)),
    ];
}
