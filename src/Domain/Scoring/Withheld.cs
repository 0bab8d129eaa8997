namespace Ita.Domain.Scoring;

/// <summary>Distinguishes a score that a rule withholds from a score that was not stated.</summary>
internal static class Withheld
{
    public static bool ByRule(ScoreNode node) => node.Status == ScoreStatus.NotProcessed
        && node.Reason?.Code is "not-registered" or "below-minimum-sample";
}
