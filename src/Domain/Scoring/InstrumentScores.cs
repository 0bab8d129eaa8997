namespace Ita.Domain.Scoring;

/// <summary>Computes instruments: the mean of their indicators; for instruments with parts, see <see cref="PartScores"/>.</summary>
internal static class InstrumentScores
{
    public static Checked<ScoreNode> Compute(ScoringContext context, Instrument instrument)
    {
        var scored = instrument.Parts.IsEmpty ? Whole(context, instrument) : PartScores.Compute(context, instrument);
        return scored with { Value = Sampling.Apply(context, scored.Value) };
    }

    private static Checked<ScoreNode> Whole(ScoringContext context, Instrument instrument)
    {
        var indicators = Checked.Join(instrument.Indicators.Select(number => IndicatorScores.Compute(context, number, null)));
        var node = Node(instrument, indicators.Value);
        return Combination.Mean(context, node, indicators.Value, context.Given(node.Key)).After(indicators.Findings);
    }

    /// <summary>An instrument without a score yet.</summary>
    public static ScoreNode Node(Instrument instrument, ImmutableArray<ScoreNode> indicators) => new()
    {
        Level = Level.Instrument,
        Key = new(instrument.Code),
        Name = instrument.NameTh,
        Weight = instrument.Weight.Value,
        Status = ScoreStatus.NoData,
        Formula = "",
        Children = indicators,
    };
}
