namespace Ita.Domain.Analysis;

/// <summary>A result whose scores know how far chance could have moved them.</summary>
public sealed class SampledResult(AgencyResult result, Framework framework)
{
    private readonly ImmutableDictionary<string, ItemFigure> items =
        ItemFigure.List(result, framework, ClassThresholds.Usual).ToImmutableDictionary(item => item.Code);

    public AgencyResult Result => result;

    public Framework Framework => framework;

    /// <summary>Null when some survey's number of respondents is not known, or there is no total.</summary>
    /// <remarks>Instruments and parts ask different people, so their variances add, by the square of their weights.</remarks>
    public Sampled? Total
    {
        get
        {
            var weighed = result.Instruments.SelectMany(TotalScore.Weighed).Where(unit => !Withheld.ByRule(unit)).ToList();
            var sampled = weighed.Select(unit => (unit.Weight, Sampled: Find(unit))).ToList();
            return result.Total.Score is { } score && sampled.All(unit => unit.Sampled is not null)
                ? new Sampled(score, sampled.Sum(unit => unit.Sampled!.Value.Variance * unit.Weight!.Value * unit.Weight.Value) / 10_000)
                : null;
        }
    }

    /// <summary>The figure of an item by its code.</summary>
    internal ItemFigure Item(string code) => items[code];

    /// <summary>Of an instrument, part or indicator; null when it has no score or its respondents are not known.</summary>
    /// <remarks>
    /// Of two parts together the fewer respondents count: the variance of the mean of two parts is at most half of what that gives.
    /// </remarks>
    public Sampled? Find(ScoreNode node)
    {
        var instrument = result.Instruments.First(one => one.SelfAndBelow().Contains(node, ReferenceEqualityComparer.Instance));
        var asked = node.Level == Level.Part ? node.Key.Code : instrument.Key.Code;
        return node.Score is { } score
            ? Sampled.Create(score, framework, InstrumentOf(instrument), asked, RespondentsOf(node) ?? RespondentsOf(instrument), result.Agency)
            : null;
    }

    internal Sampled? Find(ItemFigure item)
    {
        var number = framework.Items.First(one => one.Code == item.Code).Indicator;
        var instrument = framework.Instruments.First(one => one.Indicators.Contains(number));
        var node = result.Instruments.First(one => one.Key.Code == instrument.Code);
        return item.Score is { } score
            ? Sampled.Create(score, framework, instrument, instrument.Code, item.Respondents ?? RespondentsOf(node), result.Agency)
            : null;
    }

    private Instrument InstrumentOf(ScoreNode node) => framework.Instruments.First(instrument => instrument.Code == node.Key.Code);

    private static int? RespondentsOf(ScoreNode node) => node.SelfAndBelow().Min(below => below.Respondents);
}
