namespace Ita.Domain.Improvement;

/// <summary>One condition of the target rating and the points missing.</summary>
/// <param name="Code">TOTAL, or the code of an instrument or part.</param>
/// <param name="Shown">The current score at two decimals; null when it is not processed.</param>
/// <param name="Needed">The score from which the condition is certainly met, in points.</param>
/// <param name="Points">Points missing to <paramref name="Needed"/>, rounded up to two decimals; 0 when it is met; null when no points
/// help.</param>
/// <param name="PointsByRounding">
/// Points missing to half a hundredth below <paramref name="Needed"/>, from where the score is rounded up to it; never more than
/// <paramref name="Points"/>. Plans do not rely on it, because their inputs are rounded too.
/// </param>
/// <param name="Alone">For the total: the points that each unit would need if it alone were raised. Empty for other conditions.</param>
public sealed record Need(
    string Code, decimal? Shown, decimal Needed, decimal? Points, decimal? PointsByRounding, ImmutableArray<AloneNeed> Alone)
{
    /// <summary>
    /// The score that the rating requires. Lower than <see cref="Needed"/> for two parts of which only the mean is known: the rating
    /// requires it of each part.
    /// </summary>
    public decimal Criterion { get; init; } = Needed;
}

/// <param name="Code">Instrument or part.</param>
/// <param name="Points">Points of this unit, rounded up to two decimals.</param>
/// <param name="Possible">Whether the unit stays within 100.</param>
public sealed record AloneNeed(string Code, decimal Points, bool Possible);

/// <summary>One score to raise.</summary>
/// <param name="Key">The item, or the indicator or instrument when no items are known.</param>
/// <param name="From">Current score, unrounded.</param>
/// <param name="To">New score, rounded up to two decimals, at most 100.</param>
/// <param name="Points">Points to gain, rounded up to two decimals.</param>
/// <param name="TotalGain">Points that the total gains, unrounded.</param>
/// <param name="Effort">Effort by the agency's weights, unrounded.</param>
public sealed record Raise(
    ScoreKey Key, string Name, string Instrument, decimal From, decimal To, decimal Points, decimal TotalGain, decimal Effort)
{
    /// <summary>What the best tenth of comparable agencies reach, two decimals; null when it is not known.</summary>
    public decimal? BestTenth { get; init; }
}

/// <summary>The cheapest set of scores to raise, for one kind of cost.</summary>
/// <param name="Raises">In the framework's order.</param>
/// <param name="Cost">The lowest possible cost: points of items, or effort. Unrounded.</param>
public sealed record RaiseSet(ImmutableArray<Raise> Raises, decimal Cost, Outlook After)
{
    /// <summary>Whether the best tenth is known for any raise.</summary>
    public bool HasBestTenths => Raises.Any(raise => raise.BestTenth is not null);
}

/// <summary>The plan for a better rating (แผนเพิ่มคะแนน), or why there is none.</summary>
public abstract record PlanOutcome
{
    /// <param name="Target">The rating's name.</param>
    /// <param name="ByPoints">The plan with the fewest points, counted per item: 5 points on each of 3 items are 15.</param>
    /// <param name="ByEffort">The plan with the least effort by the agency's weights.</param>
    public sealed record Found(string Target, ImmutableArray<Need> Needs, RaiseSet ByPoints, RaiseSet ByEffort) : PlanOutcome;

    /// <summary>The agency already has the target rating or a better one.</summary>
    /// <param name="Target">The rating's name; null when none was requested and there is no better one.</param>
    public sealed record Reached(string? Target) : PlanOutcome;

    /// <summary>No set of items is enough.</summary>
    /// <param name="Target">The rating's name.</param>
    /// <param name="Best">The result when everything that can be raised is at 100.</param>
    public sealed record NotReachable(string Target, ImmutableArray<Need> Needs, Outlook Best) : PlanOutcome;

    /// <summary>Not enough is known to plan.</summary>
    public sealed record NotPlannable(Reason Why) : PlanOutcome;
}
