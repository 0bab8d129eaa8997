using System.Collections.Immutable;
using Ita.Domain.Analysis;
using Ita.Domain.Scoring;

namespace Ita.Domain.Findings;

/// <summary>Somebody's word for a score: "indicator 4: ผ่านเกณฑ์".</summary>
public readonly record struct ClassClaim(ScoreKey Where, ClaimedClass Claimed);

/// <summary>Labels such as ผ่านเกณฑ์ and แก้ไขเร่งด่วน held against the scores (seed 000 passes 84.76 with a line at 85).</summary>
public static class ClassClaims
{
    /// <summary>A finding for each claim that its score contradicts; a score that is not known contradicts nothing.</summary>
    /// <param name="thresholds">The lines the document itself draws, or the usual ones.</param>
    public static ImmutableArray<Finding> Check(AgencyResult result, IEnumerable<ClassClaim> claims, ClassThresholds thresholds) =>
    [
        .. from claim in claims
           let score = result.ShownOf(claim.Where)
           where score is not null
           let actual = Classification.Of(score.Value, thresholds)
           where !claim.Claimed.Means.Contains(actual)
           select New(claim, score.Value, actual),
    ];

    private static Finding New(ClassClaim claim, decimal score, ScoreClass actual) =>
        new Finding("class-differs", Severity.Error, claim.Where.ToString(), claim.Claimed.TrueOf(actual).Label, claim.Claimed.Label)
            .With("score", Combination.Number(score));
}
