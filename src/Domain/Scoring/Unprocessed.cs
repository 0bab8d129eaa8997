namespace Ita.Domain.Scoring;

/// <summary>Tells a score that a rule withholds from one that nobody stated.</summary>
internal static class Unprocessed
{
    public static bool ByRule(ScoreNode node) => node.Status == ScoreStatus.NotProcessed
        && node.Reason?.Code is "not-registered" or "below-minimum-sample";
}
