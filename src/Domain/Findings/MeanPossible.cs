using System.Collections.Immutable;
using System.Globalization;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.Domain.Findings;

/// <summary>
/// Survey items whose score no answers of the stated number of people can give, on the points of their year (GRIM; seed 003:
/// n = 51 passes all thirty items, an altered digit does not).
/// </summary>
/// <remarks>
/// An item without a part, of an instrument asked in parts, is left alone: it may be the mean of two means over different
/// people.
/// </remarks>
internal static class MeanPossible
{
    private const int FarthestTried = 2_000;

    public static void Check(ScoringContext context)
    {
        foreach (var (key, given) in context.Sheet.Scores)
        {
            if (given.Respondents is > 0 and var respondents
                && AnswersTo(context, key) is { } answers
                && !answers.Reach(respondents, Interval.OfPrinted(given.Score)))
            {
                context.Findings.Add(Impossible(context, key, given.Score, respondents, answers));
            }
        }
    }

    private static SurveyAnswers? AnswersTo(ScoringContext context, ScoreKey key) =>
        context.Index.ItemOf(key.Code) is { } item && (key.Part is not null || context.Index.InstrumentOf(item.Indicator).Parts.IsEmpty)
            ? context.Index.AnswersTo(key.Code)
            : null;

    private static Finding Impossible(ScoringContext context, ScoreKey key, decimal score, int respondents, SurveyAnswers answers) =>
        new Finding(
                "mean-impossible",
                Severity.Error,
                key.ToString(),
                Combination.Number(Rounding.ToShown(answers.Nearest(respondents, score))),
                Combination.Number(score))
            .With("n", Text(respondents))
            .With("fits", Fitting(context, key, respondents));

    /// <summary>The numbers with which all items stated for as many people, in the same instrument or part, are possible.</summary>
    private static string Fitting(ScoringContext context, ScoreKey key, int respondents)
    {
        var instrument = context.Index.InstrumentOf(context.Index.ItemOf(key.Code)!.Indicator);
        var alike = context.Sheet.Scores
            .Where(other => other.Value.Respondents == respondents && other.Key.Part == key.Part && IsOf(context, other.Key, instrument))
            .Select(other => KeyValuePair.Create(other.Key, other.Value.Score));
        var fitting = PossibleRespondents.Of(context.Framework, alike, Math.Min(FarthestTried, (2 * respondents) + 100));
        return fitting.IsEmpty ? "-" : string.Join(", ", fitting.Take(10).Select(Text));
    }

    private static bool IsOf(ScoringContext context, ScoreKey key, Instrument instrument) =>
        context.Index.ItemOf(key.Code) is { } item && instrument.Indicators.Contains(item.Indicator);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
