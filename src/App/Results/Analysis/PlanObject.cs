using Ita.Domain.Improvement;

namespace Ita.App.Results.Analysis;

/// <summary>The plan for a better rating, or the reason why there is none.</summary>
/// <param name="Outcome">found, reached, notReachable or notPlannable.</param>
/// <param name="Needs">The conditions of the target rating on the total and on each instrument.</param>
/// <param name="ByPoints">The set of raises with the fewest item points.</param>
/// <param name="ByEffort">The set with the least effort by the weights in the query.</param>
/// <param name="Realistic">A set that reaches the rating without raising single survey scores to 100 or, as far as possible, above what the best
/// tenth of the agencies of the type reach.</param>
/// <param name="Best">For notReachable: the result with every movable item at 100.</param>
/// <param name="Gains">The gain of correcting each weak item, the largest first.</param>
public sealed record PlanObject(
    string Outcome,
    string? Target,
    ImmutableArray<Need> Needs,
    RaiseSetObject? ByPoints,
    RaiseSetObject? ByEffort,
    RaiseSetObject? Realistic,
    Outlook? Best,
    string? Why,
    string? WhyEn,
    ImmutableArray<GainObject> Gains)
{
    public static PlanObject From(PlanOutcome outcome, RaiseSet? realistic, IEnumerable<Suggestion> suggestions)
    {
        var gains = suggestions.Select(GainObject.From).ToImmutableArray();
        return outcome switch
        {
            PlanOutcome.Found found => new(
                "found", found.Target, found.Needs,
                RaiseSetObject.From(found.ByPoints), RaiseSetObject.From(found.ByEffort),
                realistic is null ? null : RaiseSetObject.From(realistic), null, null, null, gains),
            PlanOutcome.Reached reached => new("reached", reached.Target, [], null, null, null, null, null, null, gains),
            PlanOutcome.NotReachable none => new("notReachable", none.Target, none.Needs, null, null, null, none.Best, null, null, gains),
            PlanOutcome.NotPlannable unknown => new(
                "notPlannable", null, [], null, null, null, null, unknown.Why.Text.Th, unknown.Why.Text.En, gains),
            _ => throw new ArgumentException($"Unknown outcome {outcome.GetType().Name}.", nameof(outcome)),
        };
    }
}

public sealed record RaiseSetObject(decimal Cost, Outlook After, ImmutableArray<RaiseObject> Raises)
{
    public static RaiseSetObject From(RaiseSet set) => new(Rounding.ToTrace(set.Cost), set.After, [.. set.Raises.Select(RaiseObject.Create)]);
}

/// <param name="TotalGain">Points of the total, with two decimals.</param>
/// <param name="BestTenth">What the best tenth of the published agencies of the type reach; null when it is not known or not used.</param>
public sealed record RaiseObject(
    string Code, string? Part, string Name, string Instrument, decimal From, decimal To, decimal Points, decimal TotalGain, decimal Effort,
    decimal? BestTenth)
{
    public static RaiseObject Create(Raise raise) => new(
        raise.Key.Code,
        raise.Key.Part,
        raise.Name,
        raise.Instrument,
        Rounding.ToShown(raise.From),
        raise.To,
        raise.Points,
        Rounding.ToShown(raise.TotalGain),
        Rounding.ToTrace(raise.Effort),
        raise.BestTenth);
}

/// <summary>A weak item and the gain of correcting it.</summary>
/// <param name="HelpsNext">True when it moves a figure that is still too low for the next rating.</param>
/// <param name="Measures">The measures of the library that address it.</param>
public sealed record GainObject(
    string Code, string Name, decimal Score, decimal? TotalGain, decimal? Effort, bool HelpsNext, ImmutableArray<MeasureTemplate> Measures)
{
    public static GainObject From(Suggestion suggestion) => new(
        suggestion.Code,
        suggestion.Text,
        suggestion.Shown,
        suggestion.TotalGain is { } gain ? Rounding.ToShown(gain) : null,
        suggestion.Effort is { } effort ? Rounding.ToTrace(effort) : null,
        suggestion.HelpsNext,
        suggestion.Measures);
}
