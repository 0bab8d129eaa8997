using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Ita.Domain.Texts;

namespace Ita.Domain.Scoring;

/// <summary>
/// Lookups into a framework for scoring. Created on first use of the framework and cached for its lifetime; contains only what follows from
/// the framework.
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
    private readonly FrozenDictionary<string, string> plainTexts;
    private readonly ConcurrentDictionary<(ScoreKey Node, ScoreKey First), string> formulas = new();

    private FrameworkIndex(Framework framework)
    {
        items = framework.Items.ToFrozenDictionary(item => item.Code);
        plainTexts = framework.Items.ToFrozenDictionary(item => item.Code, item => PlainText.Normalize(item.Text));
        scales = framework.Scales.ToFrozenDictionary(scale => scale.Code);
        indicators = framework.Indicators.ToFrozenDictionary(indicator => indicator.Number);
        instruments = framework.Instruments
            .SelectMany(instrument => instrument.Indicators.Select(number => (number, instrument)))
            .ToFrozenDictionary(pair => pair.number, pair => pair.instrument);
        subIndicators = framework.SubIndicators.GroupBy(sub => sub.Indicator)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        itemsOf = framework.Items.GroupBy(item => (item.Indicator, item.SubIndicator))
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    public static FrameworkIndex For(Framework framework) => Known.GetValue(framework, static made => new(made));

    public Item? ItemOf(string code) => items.GetValueOrDefault(code);

    /// <summary>An item's normalized text, for comparison.</summary>
    public string PlainTextOf(Item item) => plainTexts[item.Code];

    /// <summary>See <see cref="Framework.ItemsOf"/>.</summary>
    public ImmutableArray<Item> ItemsOf(int indicator, string? subIndicator) => itemsOf.GetValueOrDefault((indicator, subIndicator), []);

    public ImmutableArray<SubIndicator> SubIndicatorsOf(int indicator) => subIndicators.GetValueOrDefault(indicator, []);

    public Indicator Indicator(int number) => indicators[number];

    public AnswerScale Scale(string code) => scales[code];

    public Instrument InstrumentOf(int indicator) => instruments[indicator];

    public bool IsChecklist(int indicator) => InstrumentOf(indicator).Answers == AnswerKind.Checklist;

    /// <summary>The formula of a mean, cached for each node and kind of children.</summary>
    public string MeanFormula(ScoreKey node, ImmutableArray<ScoreNode> from) => from.IsEmpty
        ? ""
        : formulas.GetOrAdd(
            (node, from[0].Key), static (_, children) => $"mean({string.Join(", ", children.Select(child => child.Key.ToString()))})", from);
}
