namespace Ita.Domain.Findings;

/// <summary>
/// Checks that the score of a survey item is possible with the stated number of respondents and the points of its year (GRIM test). In
/// docs/sources/seed-003.md, n = 51 is possible for all thirty items, and with one digit altered it is not.
/// </summary>
/// <remarks>
/// An item stated without a part, of an instrument asked in parts, is not checked: it may be the mean of two means over different
/// people. A checklist item is answered once, so its score must be a point of its scale.
/// </remarks>
internal static class MeanPossible
{
    private const int FarthestTried = 2_000;

    public static IEnumerable<Finding> Check(ScoringContext context)
    {
        var fitting = new Dictionary<(string Instrument, string? Part, int Respondents), string>();
        foreach (var (key, given) in context.Sheet.Scores)
        {
            if (context.Index.ItemOf(key.Code) is not { } item)
            {
                continue;
            }

            if (context.IsChecklist(item.Indicator))
            {
                if (!IsPoint(given.Score, context.Index.Scale(item.Scale)))
                {
                    yield return PointsImpossible(key, given.Score, context.Index.Scale(item.Scale));
                }
            }
            else if (given is { Respondents: 0, Score: > 0 })
            {
                yield return new("mean-without-respondents", Severity.Error, key.ToString(), Actual: Combination.Number(given.Score));
            }
            else if (given.Respondents is > 0 and var respondents
                && AnswersTo(context, key) is { } answers
                && !answers.CanReach(respondents, Interval.OfPrinted(given.Score)))
            {
                yield return Impossible(context, key, given.Score, respondents, answers, fitting);
            }
        }
    }

    private static bool IsPoint(decimal score, AnswerScale scale) =>
        scale.Choices.Any(choice => choice.Points == score || Interval.OfPrinted(score).Contains(choice.Points));

    private static Finding PointsImpossible(ScoreKey key, decimal score, AnswerScale scale) => new Finding(
        "points-impossible",
        Severity.Error,
        key.ToString(),
        string.Join(" / ", scale.Choices.Select(choice => Combination.Number(choice.Points))),
        Combination.Number(score));

    private static SurveyAnswers? AnswersTo(ScoringContext context, ScoreKey key) =>
        context.Index.ItemOf(key.Code) is { } item && (key.Part is not null || context.Index.InstrumentOf(item.Indicator).Parts.IsEmpty)
            ? SurveyAnswersIndex.For(context.Framework).AnswersTo(key.Code)
            : null;

    // The list of fitting numbers is slow to compute and the same for all items with the same number of respondents.
    private static Finding Impossible(
        ScoringContext context,
        ScoreKey key,
        decimal score,
        int respondents,
        SurveyAnswers answers,
        Dictionary<(string Instrument, string? Part, int Respondents), string> fitting)
    {
        var instrument = context.Index.InstrumentOf(context.Index.ItemOf(key.Code)!.Indicator);
        if (!fitting.TryGetValue((instrument.Code, key.Part, respondents), out var fits))
        {
            fitting.Add((instrument.Code, key.Part, respondents), fits = Fitting(context, key.Part, instrument, respondents));
        }

        return new Finding(
                "mean-impossible",
                Severity.Error,
                key.ToString(),
                Combination.Number(Rounding.ToShown(answers.Nearest(respondents, score))),
                Combination.Number(score))
            .With("n", Text(respondents))
            .With("fits", fits);
    }

    /// <summary>The numbers of respondents with which all items of the same instrument or part and the same stated number are possible.</summary>
    private static string Fitting(ScoringContext context, string? part, Instrument instrument, int respondents)
    {
        var alike = context.Sheet.Scores
            .Where(other => other.Value.Respondents == respondents && other.Key.Part == part && IsOf(context, other.Key, instrument))
            .Select(other => KeyValuePair.Create(other.Key, other.Value.Score));
        var fitting = PossibleRespondents.Find(context.Framework, alike, (int)Math.Min(FarthestTried, (2L * respondents) + 100));
        return fitting.IsEmpty ? "-" : string.Join(", ", fitting.Take(10).Select(Text));
    }

    private static bool IsOf(ScoringContext context, ScoreKey key, Instrument instrument) =>
        context.Index.ItemOf(key.Code) is { } item && instrument.Indicators.Contains(item.Indicator);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
