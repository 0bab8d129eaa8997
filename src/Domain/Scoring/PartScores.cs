using System.Collections.Immutable;
using Ita.Domain.Frameworks;

namespace Ita.Domain.Scoring;

/// <summary>
/// An instrument asked in two parts of equal weight. Its indicators are known as figures of each part, as figures of both
/// together, or as both; what can be told of a part that was not stated follows from the other and the whole.
/// </summary>
/// <remarks>
/// The published indicator is the mean of the two parts (frameworks.md §2; seed 003). So the other part is
/// 2 x combined - part, and with the combined figure m alone each part is at least 2m - 100.
/// </remarks>
internal static class PartScores
{
    public static ScoreNode Of(ScoringContext context, Instrument instrument)
    {
        var parts = instrument.Parts.Select(part => Part(context, instrument, part)).ToImmutableArray();
        var whole = instrument.Indicators.Select(number => IndicatorScores.Of(context, number, null)).ToImmutableArray();
        (parts, whole) = Completed(context, instrument, parts, whole);
        var node = InstrumentScores.Node(instrument, whole) with { Parts = parts };
        var published = context.Given(node.Key);
        var combined = parts.All(part => part.Score is not null)
            ? Combination.MeanOf(context, node, parts, published)
            : Combination.MeanOf(context, node, whole, published);
        return combined with { Parts = PartBounds.Narrowed(combined, parts) };
    }

    private static ScoreNode Part(ScoringContext context, Instrument instrument, InstrumentPart part)
    {
        ImmutableArray<ScoreNode> indicators = [.. instrument.Indicators.Select(number => IndicatorScores.Of(context, number, part.Code))];
        var node = Node(part, indicators);
        var published = context.Given(node.Key) ?? context.Given(new ScoreKey(instrument.Code, part.Code));
        return Combination.MeanOf(context, node, indicators, published);
    }

    /// <summary>A part without a score yet.</summary>
    public static ScoreNode Node(InstrumentPart part, ImmutableArray<ScoreNode> indicators) => new()
    {
        Level = Level.Part,
        Key = new(part.Code),
        Name = part.NameTh,
        Weight = part.Weight.Value,
        Status = ScoreStatus.NotProcessed,
        Formula = "",
        Children = indicators,
    };

    private static (ImmutableArray<ScoreNode> Parts, ImmutableArray<ScoreNode> Whole) Completed(
        ScoringContext context, Instrument instrument, ImmutableArray<ScoreNode> parts, ImmutableArray<ScoreNode> whole)
    {
        var stated = parts.Where(HasFigures).ToList();
        if (stated.Count == parts.Length)
        {
            CheckUnnamed(context, whole, parts);
            return (parts, Together(context, instrument, parts));
        }

        if (stated.Count == 1)
        {
            return (OtherPart.Derived(context, instrument, parts, whole, stated[0]), whole);
        }

        return whole.Any(indicator => indicator.Children.Any(item => item.Score is not null))
            ? UnnamedPart.Resolved(context, instrument, parts, whole)
            : (parts, whole);
    }

    private static bool HasFigures(ScoreNode part) => part.Score is not null || part.Children.Any(indicator =>
        indicator.SelfAndBelow().Any(node => node.Score is not null));

    /// <summary>An item stated without its part beside those of both parts: it can only be their mean.</summary>
    private static void CheckUnnamed(ScoringContext context, ImmutableArray<ScoreNode> whole, ImmutableArray<ScoreNode> parts)
    {
        var items = parts.SelectMany(part => part.SelfAndBelow()).Where(node => node is { Level: Level.Item, Score: not null }).ToLookup(node => node.Key.Code);
        foreach (var unnamed in whole.SelectMany(node => node.SelfAndBelow()).Where(node => node is { Level: Level.Item, Score: not null }))
        {
            ImmutableArray<ScoreNode> both = [.. items[unnamed.Key.Code]];
            if (both.Length == parts.Length)
            {
                Combination.MeanOf(context, unnamed, both, context.Given(unnamed.Key));
            }
        }
    }

    // Both parts are there, so the indicators of the whole follow from them and not from items without a part.
    private static ImmutableArray<ScoreNode> Together(ScoringContext context, Instrument instrument, ImmutableArray<ScoreNode> parts) =>
        [.. instrument.Indicators.Select(number =>
        {
            var key = ScoreKey.Indicator(number);
            ImmutableArray<ScoreNode> figures = [.. parts.Select(part => part.Children.First(node => node.Key.Code == key.Code))];
            var node = IndicatorScores.Node(context, key, number, []);
            return Combination.MeanOf(context, node, figures, context.Given(key));
        })];
}
