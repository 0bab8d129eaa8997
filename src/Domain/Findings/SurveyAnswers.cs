using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace Ita.Domain.Findings;

/// <summary>What a survey's figure is a mean of: how many answers one respondent gives to it, and on which points.</summary>
/// <param name="EachGives">Answers of one respondent, 1 or more: an item's sub-questions, or all questions of an indicator.</param>
internal sealed record SurveyAnswers(AnswerSums Sums, int EachGives)
{
    public bool Reach(int respondents, Interval mean) => Sums.Reach((long)respondents * EachGives, mean);

    /// <summary>The possible mean nearest to the stated one.</summary>
    public decimal Nearest(int respondents, decimal mean) =>
        Sums.Nearest((long)respondents * EachGives, mean * respondents * EachGives) / ((decimal)respondents * EachGives);

    /// <summary>Null where the scale is not of whole points.</summary>
    public static SurveyAnswers? OfItem(Framework framework, Item item) =>
        Create(PointsOf(framework, item), QuestionsIn(item));

    /// <summary>
    /// An indicator straight above its items. Each item weighs the same, whatever its sub-questions, so every question is
    /// counted as often as makes the items equal; and all are taken to be on the points of any of them. So no possible mean is
    /// refused, but with scales or sub-questions that differ an impossible one may pass.
    /// </summary>
    /// <returns>Null where the indicator has no items straight below it, or a scale is not of whole points.</returns>
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

    /// <summary>What the figure of an item or indicator is a mean of; null for a checklist, or where the points are not whole numbers.</summary>
    /// <param name="code">As in a <see cref="ScoreKey"/>.</param>
    public SurveyAnswers? AnswersTo(string code) => answers.GetValueOrDefault(code);

    private static IEnumerable<(string Code, SurveyAnswers? Answers)> All(Framework framework, FrameworkIndex index) =>
    [
        .. framework.Items.Where(item => !index.IsChecklist(item.Indicator)).Select(item => (item.Code, SurveyAnswers.OfItem(framework, item))),
        .. framework.Indicators.Where(indicator => !index.IsChecklist(indicator.Number))
            .Select(indicator => (ScoreKey.Indicator(indicator.Number).Code, SurveyAnswers.OfIndicator(framework, indicator.Number))),
    ];
}
