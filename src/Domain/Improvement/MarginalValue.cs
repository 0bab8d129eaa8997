using Ita.Domain.Frameworks;

namespace Ita.Domain.Improvement;

/// <summary>What one point (of 100) on one item is worth further up, by the structure of the year alone.</summary>
/// <param name="Item">The item's code.</param>
/// <param name="Part">The part it is raised in; null for an item without parts, or for both parts together.</param>
/// <param name="Indicator">Points of its indicator, 0 to 1.</param>
/// <param name="Instrument">Points of its instrument; of its part when one is named.</param>
/// <param name="Total">Points of the total.</param>
/// <remarks>
/// From the rule of the mean of means: 100 points of a checklist item in a sub-indicator of 4 items, one of 5 sub-indicators, in one
/// of 2 indicators, of an instrument weighing 40 %, are 100/4/5/2 x 0.40 = 1.00 point of the total.
/// </remarks>
public sealed record MarginalValue(string Item, string? Part, decimal Indicator, decimal Instrument, decimal Total)
{
    /// <summary>Points of the total for a whole checklist item, from 0 to 100.</summary>
    public decimal WholeItem => 100 * Total;

    /// <exception cref="InvalidOperationException">The year has no such item, or its instrument no such part.</exception>
    public static MarginalValue Of(Framework framework, string item, string? part = null)
    {
        var found = framework.Items.First(one => one.Code == item);
        var instrument = framework.Instruments.First(one => one.Indicators.Contains(found.Indicator));
        var weight = part is null ? instrument.Weight.Value : instrument.Parts.First(one => one.Code == part).Weight.Value;
        var inIndicator = framework.ItemsOf(found.Indicator, found.SubIndicator).Count() * Math.Max(1, framework.SubIndicatorsOf(found.Indicator).Count());
        var inInstrument = inIndicator * instrument.Indicators.Length;
        return new(item, part, 1m / inIndicator, 1m / inInstrument, weight / (AllWeights(framework) * inInstrument));
    }

    /// <summary>Every item of a year in its order, parts together.</summary>
    public static IEnumerable<MarginalValue> All(Framework framework) => framework.Items.Select(item => Of(framework, item.Code));

    private static decimal AllWeights(Framework framework) => framework.Instruments.Sum(instrument => instrument.Weight.Value);
}
