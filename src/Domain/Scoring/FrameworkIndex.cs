using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ita.Domain.Findings;
using Ita.Domain.Frameworks;

namespace Ita.Domain.Scoring;

/// <summary>
/// What every scoring of a year asks again, found at once: made on the first one, kept as long as the framework. It holds
/// nothing the framework does not say.
/// </summary>
internal sealed class FrameworkIndex
{
    private static readonly ConditionalWeakTable<Framework, FrameworkIndex> Known = [];

    private readonly FrozenDictionary<string, Item> items;
    private readonly FrozenDictionary<string, AnswerScale> scales;
    private readonly FrozenDictionary<int, Indicator> indicators;
    private readonly FrozenDictionary<int, Instrument> instruments;
    private readonly FrozenDictionary<int, ImmutableArray<SubIndicator>> subIndicators;
    private readonly FrozenDictionary<(int Indicator, string? Sub), ImmutableArray<Item>> itemsOf;
    private readonly FrozenDictionary<string, SurveyAnswers> answers;
    private readonly FrozenDictionary<string, string> plainTexts;
    private readonly ConcurrentDictionary<(ScoreKey Node, ScoreKey First), string> formulas = new();

    private FrameworkIndex(Framework framework)
    {
        items = framework.Items.ToFrozenDictionary(item => item.Code);
        plainTexts = framework.Items.ToFrozenDictionary(item => item.Code, item => PlainText.Of(item.Text));
        scales = framework.Scales.ToFrozenDictionary(scale => scale.Code);
        indicators = framework.Indicators.ToFrozenDictionary(indicator => indicator.Number);
        instruments = framework.Instruments
            .SelectMany(instrument => instrument.Indicators.Select(number => (number, instrument)))
            .ToFrozenDictionary(pair => pair.number, pair => pair.instrument);
        subIndicators = framework.SubIndicators.GroupBy(sub => sub.Indicator).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        itemsOf = framework.Items.GroupBy(item => (item.Indicator, item.SubIndicator)).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        answers = Answers(framework).Where(pair => pair.Answers is not null).ToFrozenDictionary(pair => pair.Code, pair => pair.Answers!);
    }

    public static FrameworkIndex Of(Framework framework) => Known.GetValue(framework, static made => new(made));

    public Item? ItemOf(string code) => items.GetValueOrDefault(code);

    /// <summary>An item's text as it is compared.</summary>
    public string PlainTextOf(Item item) => plainTexts[item.Code];

    /// <summary>See <see cref="Framework.ItemsOf"/>.</summary>
    public ImmutableArray<Item> ItemsOf(int indicator, string? subIndicator) => itemsOf.GetValueOrDefault((indicator, subIndicator), []);

    public ImmutableArray<SubIndicator> SubIndicatorsOf(int indicator) => subIndicators.GetValueOrDefault(indicator, []);

    public Indicator Indicator(int number) => indicators[number];

    public AnswerScale Scale(string code) => scales[code];

    public Instrument InstrumentOf(int indicator) => instruments[indicator];

    public bool IsChecklist(int indicator) => InstrumentOf(indicator).Answers == AnswerKind.Checklist;

    /// <summary>What the figure of an item or indicator is a mean of; null for one that is no survey's or cannot be told.</summary>
    /// <param name="code">As in a <see cref="ScoreKey"/>.</param>
    public SurveyAnswers? AnswersTo(string code) => answers.GetValueOrDefault(code);

    /// <summary>The formula of a mean, written once for each node and kind of children.</summary>
    public string MeanFormula(ScoreKey node, ImmutableArray<ScoreNode> from) => from.IsEmpty
        ? ""
        : formulas.GetOrAdd((node, from[0].Key), static (_, children) => $"mean({string.Join(", ", children.Select(child => child.Key.ToString()))})", from);

    private IEnumerable<(string Code, SurveyAnswers? Answers)> Answers(Framework framework) =>
    [
        .. framework.Items.Where(item => !IsChecklist(item.Indicator)).Select(item => (item.Code, SurveyAnswers.OfItem(framework, item))),
        .. framework.Indicators.Where(indicator => !IsChecklist(indicator.Number))
            .Select(indicator => (ScoreKey.Indicator(indicator.Number).Code, SurveyAnswers.OfIndicator(framework, indicator.Number))),
    ];
}
