namespace Ita.Domain.Scoring;

/// <summary>Applies the minimum sample: an instrument or part with fewer respondents is not processed.</summary>
internal static class Sampling
{
    /// <summary>The instrument and its parts, without scores where there were too few respondents.</summary>
    public static ScoreNode Apply(ScoringContext context, ScoreNode instrument)
    {
        if (context.Agency.Registered == false)
        {
            return NotProcessed(instrument, Reason.Of("not-registered")) with
            {
                Parts = [.. instrument.Parts.Select(part => NotProcessed(part, Reason.Of("not-registered")))],
            };
        }

        var parts = instrument.Parts.Select(part => ApplyToOne(context, part)).ToList();
        var stopped = parts.Where(Withheld.ByRule).Select(part => part.Key.Code).ToList();
        instrument = ApplyToOne(context, instrument) with { Parts = [.. parts] };
        return stopped.Count == 0
            ? instrument
            : NotProcessed(instrument, Reason.Of("part-not-processed", ("parts", string.Join(", ", stopped))));
    }

    private static ScoreNode ApplyToOne(ScoringContext context, ScoreNode node) =>
        RespondentsOf(node) is { } n && SampleSize.ShortfallOf(context.Framework, node.Key.Code, context.Agency, n) is { } shortfall
            ? NotProcessed(node, shortfall)
            : node;

    /// <summary>The greatest number of respondents of an instrument or part and of what is below it; null when none is stated.</summary>
    public static int? RespondentsOf(ScoreNode node) =>
        node.SelfAndBelow().Where(below => below.Level != Level.Part || below.Key == node.Key).Max(below => below.Respondents);

    private static ScoreNode NotProcessed(ScoreNode node, Reason reason) => node with
    {
        Score = null,
        Shown = null,
        Bounds = Interval.Unknown,
        Status = ScoreStatus.NotProcessed,
        Reason = reason,
    };
}
