using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace Ita.Domain.Findings;

/// <summary>The answers a survey figure is the mean of: the number per respondent, and their possible points.</summary>
/// <param name="EachGives">Answers per respondent, 1 or more: an item's sub-questions, or all questions of an indicator.</param>
internal sealed record SurveyAnswers(AnswerSums Sums, int EachGives)
{
    public bool CanReach(int respondents, Interval mean) => Sums.CanReach((long)respondents * EachGives, mean);

    /// <summary>The possible mean nearest to the stated one.</summary>
    public decimal Nearest(int respondents, decimal mean) =>
        Sums.Nearest((long)respondents * EachGives, mean * respondents * EachGives) / ((decimal)respondents * EachGives);

    /// <summary>Null when the scale has points that are not whole numbers.</summary>
    public static SurveyAnswers? OfItem(Framework framework, Item item) =>
        Create(PointsOf(framework, item), QuestionsIn(item));

    /// <summary>
    /// For an indicator without sub-indicators. Items have equal weight regardless of their sub-questions, so questions are counted as
    /// often as needed to make the items equal, and every question is assumed to allow the points of all scales. So no possible mean is
    /// refused, but an impossible one may be accepted when scales or numbers of sub-questions differ.
    /// </summary>
    /// <returns>Null when the indicator has no items directly below it, or a scale has points that are not whole numbers.</returns>
    public static SurveyAnswers? OfIndicator(Framework framework, int number)
    {
        var items = framework.ItemsOf(number).ToImmutableArray();
        return Create(
            items.SelectMany(item => PointsOf(framework, item)),
            items.Length * items.Aggregate(1, (common, item) => Common(common, QuestionsIn(item))));
    }

    private static SurveyAnswers? Create(IEnumerable<decimal> points, int eachGives) =>
        AnswerSums.Create(points) is { } sums ? new(sums, eachGives) : null;

    private static IEnumerable<decimal> PointsOf(Framework framework, Item item) =>
        framework.Scale(item.Scale).Choices.Select(choice => choice.Points);

    private static int QuestionsIn(Item item) => Math.Max(1, item.SubQuestions.Length);

    /// <summary>The least common multiple.</summary>
    private static int Common(int one, int other)
    {
        var multiple = one;
        while (multiple % other != 0)
        {
            multiple += one;
        }

        return multiple;
    }
}

/// <summary>The <see cref="SurveyAnswers"/> of every survey item and indicator of a framework, computed once for each framework.</summary>
internal sealed class SurveyAnswersIndex
{
    private static readonly ConditionalWeakTable<Framework, SurveyAnswersIndex> Known = [];

    private readonly FrozenDictionary<string, SurveyAnswers> answers;

    private SurveyAnswersIndex(Framework framework) => answers = All(framework, FrameworkIndex.For(framework))
        .Where(pair => pair.Answers is not null)
        .ToFrozenDictionary(pair => pair.Code, pair => pair.Answers!);

    public static SurveyAnswersIndex For(Framework framework) => Known.GetValue(framework, static created => new(created));

    /// <summary>The answers behind an item or indicator; null for a checklist, or when the points are not whole numbers.</summary>
    /// <param name="code">The code as in a <see cref="ScoreKey"/>.</param>
    public SurveyAnswers? AnswersTo(string code) => answers.GetValueOrDefault(code);

    private static IEnumerable<(string Code, SurveyAnswers? Answers)> All(Framework framework, FrameworkIndex index) =>
    [
        .. framework.Items.Where(item => !index.IsChecklist(item.Indicator)).Select(item => (item.Code, SurveyAnswers.OfItem(framework, item))),
        .. framework.Indicators.Where(indicator => !index.IsChecklist(indicator.Number))
            .Select(indicator => (ScoreKey.Indicator(indicator.Number).Code, SurveyAnswers.OfIndicator(framework, indicator.Number))),
    ];
}
