namespace Ita.Domain.Analysis;

/// <summary>The strengths and weaknesses that follow from a result (จุดแข็ง จุดที่ต้องพัฒนา).</summary>
/// <param name="Strong">Numbers of the indicators at or above the pass line, in the framework's order.</param>
/// <param name="Weak">Numbers of the indicators below it.</param>
/// <param name="Ranked">Indicators, best first; equal scores share a rank.</param>
/// <param name="Indicators">Lowest and highest of all; null when none has a score.</param>
/// <param name="WeakItems">Items below the pass line, lowest first.</param>
public sealed record Strengths(
    ImmutableArray<int> Strong,
    ImmutableArray<int> Weak,
    ImmutableArray<RankedNode> Ranked,
    Extremes? Indicators,
    ImmutableArray<InstrumentExtremes> Instruments,
    ImmutableArray<ItemFigure> WeakItems)
{
    public static Strengths Find(AgencyResult result, Framework framework, ClassThresholds thresholds)
    {
        var scored = framework.Indicators
            .Select(indicator => (indicator.Number, Node: result.Indicators.FirstOrDefault(node => node.Key == ScoreKey.Indicator(indicator.Number))))
            .Where(pair => pair.Node?.Shown is not null)
            .ToList();
        var strong = scored.ToLookup(pair => pair.Node!.Shown >= thresholds.Pass, pair => pair.Number);
        return new(
            [.. strong[true]],
            [.. strong[false]],
            RankOrder.Rank(result.Indicators),
            Extremes.Find(result.Indicators),
            [.. result.Instruments.Select(instrument => InstrumentExtremes.Find(instrument))],
            [.. ItemFigure.List(result, framework, thresholds).Where(item => item.Class == ScoreClass.Urgent).OrderBy(item => item.Shown)]);
    }
}

/// <summary>Lowest and highest within one instrument.</summary>
/// <param name="Indicators">Null when none has a score.</param>
/// <param name="Items">Null when no item has a score; items of both parts are compared together.</param>
public sealed record InstrumentExtremes(ScoreNode Instrument, Extremes? Indicators, Extremes? Items)
{
    public static InstrumentExtremes Find(ScoreNode instrument) => new(
        instrument,
        Extremes.Find(instrument.Children),
        Extremes.Find(instrument.SelfAndBelow().Where(node => node.Level == Level.Item).DistinctBy(node => node.Key)));
}
