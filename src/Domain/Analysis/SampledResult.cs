namespace Ita.Domain.Analysis;

/// <summary>A result with the sampling variance of its scores.</summary>
public sealed class SampledResult(AgencyResult result, Framework framework)
{
    private readonly Lazy<ImmutableDictionary<string, ItemFigure>> items = new(() =>
        ItemFigure.List(result, framework, ClassThresholds.Default).ToImmutableDictionary(item => item.Code));

    public AgencyResult Result => result;

    public Framework Framework => framework;

    /// <summary>The total; null when the number of respondents of a survey is not known, or there is no total.</summary>
    /// <remarks>Instruments and parts survey different people, so their variances add up, weighted by the squares of their weights.</remarks>
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

    /// <summary>The figure of an item, by code.</summary>
    internal ItemFigure Item(string code) => items.Value[code];

    /// <summary>The score of an instrument, part or indicator; null when it has none or its number of respondents is not known.</summary>
    /// <remarks>
    /// For two parts together the smaller number of respondents is used, which overstates the variance of their mean at least twofold.
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
