namespace Ita.Domain.Findings;

/// <summary>
/// How many people can have answered, told from the figures alone: a mean over n answers on whole points is a fraction of n,
/// and few n make all the printed ones (seed 003: thirty items fit 51 and no other number below 102).
/// </summary>
public static class PossibleRespondents
{
    /// <summary>Read far enough when nothing else is known: most agencies ask fewer.</summary>
    public const int UsualLimit = 150;

    /// <summary>
    /// Every number of respondents, from 1 to the limit, with which all figures are possible; smallest first, empty when there
    /// is none. The figures are of one instrument, or of one part of it.
    /// </summary>
    /// <param name="figures">
    /// Items as printed, or indicators straight above their items where those were not stated. Checklist figures and whatever
    /// else is no survey's are left out; with none left, every number is possible.
    /// </param>
    /// <param name="limit">The greatest number to try.</param>
    public static ImmutableArray<int> Find(Framework framework, IEnumerable<KeyValuePair<ScoreKey, decimal>> figures, int limit = UsualLimit)
    {
        var index = SurveyAnswersIndex.For(framework);
        var surveys = figures
            .Select(figure => (Answers: index.AnswersTo(figure.Key.Code), Range: Interval.OfPrinted(figure.Value)))
            .Where(figure => figure.Answers is not null)
            .ToImmutableArray();
        return [.. Enumerable.Range(1, limit).Where(respondents => surveys.All(figure => figure.Answers!.Reach(respondents, figure.Range)))];
    }
}
