using System.Collections.Immutable;
using Ita.Domain.Frameworks;

namespace Ita.Domain.Scoring;

/// <summary>Instruments: the mean of their indicators; those asked in parts go through <see cref="PartScores"/>.</summary>
internal static class InstrumentScores
{
    public static ScoreNode Of(ScoringContext context, Instrument instrument)
    {
        var node = instrument.Parts.IsEmpty ? Whole(context, instrument) : PartScores.Of(context, instrument);
        return Sampling.Checked(context, node);
    }

    private static ScoreNode Whole(ScoringContext context, Instrument instrument)
    {
        ImmutableArray<ScoreNode> indicators = [.. instrument.Indicators.Select(number => IndicatorScores.Of(context, number, null))];
        var node = Node(instrument, indicators);
        return Combination.MeanOf(context, node, indicators, context.Given(node.Key));
    }

    /// <summary>An instrument without a score yet.</summary>
    public static ScoreNode Node(Instrument instrument, ImmutableArray<ScoreNode> indicators) => new()
    {
        Level = Level.Instrument,
        Key = new(instrument.Code),
        Name = instrument.NameTh,
        Weight = instrument.Weight.Value,
        Status = ScoreStatus.NotProcessed,
        Formula = "",
        Children = indicators,
    };
}
