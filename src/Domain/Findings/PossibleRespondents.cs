namespace Ita.Domain.Findings;

/// <summary>
/// Finds the possible numbers of respondents from the scores alone: a mean of n answers with whole points is a multiple of 1/n, and few n
/// fit all printed scores (docs/sources/seed-003.md: thirty items fit 51 and no other number below 102).
/// </summary>
public static class PossibleRespondents
{
    /// <summary>The default limit; most agencies have fewer respondents.</summary>
    public const int DefaultLimit = 150;

    /// <summary>
    /// Every number of respondents, from 1 to the limit, with which all figures are possible; smallest first, empty when there is none.
    /// </summary>
    /// <param name="figures">
    /// Printed scores of one instrument or part: items, or indicators without sub-indicators when their items were not stated. Other
    /// figures, such as those of checklists, are ignored; when none remain, every number is possible.
    /// </param>
    /// <param name="limit">The greatest number to try.</param>
    public static ImmutableArray<int> Find(Framework framework, IEnumerable<KeyValuePair<ScoreKey, decimal>> figures, int limit = DefaultLimit)
    {
        var index = SurveyAnswersIndex.For(framework);
        var surveys = figures
            .Select(figure => (Answers: index.AnswersTo(figure.Key.Code), Range: Interval.OfPrinted(figure.Value)))
            .Where(figure => figure.Answers is not null)
            .ToImmutableArray();
        return [.. Enumerable.Range(1, limit).Where(respondents => surveys.All(figure => figure.Answers!.CanReach(respondents, figure.Range)))];
    }
}
