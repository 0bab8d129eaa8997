namespace Ita.Domain.Improvement;

/// <summary>One condition of the wanted rating and how far it is.</summary>
/// <param name="Code">TOTAL, or an instrument's or part's code.</param>
/// <param name="Shown">The two-decimal score now; null when it is not processed.</param>
/// <param name="Needed">The score that makes the condition sure, in points.</param>
/// <param name="Points">Missing to <paramref name="Needed"/> itself, rounded up to two decimals; 0 when it is met; null when no points help.</param>
/// <param name="PointsByRounding">
/// Missing to half a hundredth below, where the shown score already turns: never more than <paramref name="Points"/>. A plan does not
/// count on it, for its inputs were rounded too.
/// </param>
/// <param name="Alone">For the total: what each unit would have to rise by if it had to bring all of it.</param>
public sealed record Need(
    string Code, decimal? Shown, decimal Needed, decimal? Points, decimal? PointsByRounding, ImmutableArray<AloneNeed> Alone);

/// <param name="Code">Instrument or part.</param>
/// <param name="Points">Of this unit, rounded up to two decimals.</param>
/// <param name="Possible">Whether its scale has that much room.</param>
public sealed record AloneNeed(string Code, decimal Points, bool Possible);

/// <summary>One score to raise.</summary>
/// <param name="Key">The item, or the indicator or instrument where no items are known.</param>
/// <param name="From">Unrounded score now.</param>
/// <param name="To">Two decimals, rounded up, at most 100.</param>
/// <param name="Points">Least rise that is enough, rounded up to two decimals.</param>
/// <param name="TotalGain">Points of the total for it, unrounded.</param>
/// <param name="Effort">By the weights of the agency, unrounded.</param>
public sealed record Raise(
    ScoreKey Key, string Name, string Instrument, decimal From, decimal To, decimal Points, decimal TotalGain, decimal Effort);

/// <summary>The cheapest set of scores to raise by one way of counting.</summary>
/// <param name="Raises">In the framework's order.</param>
/// <param name="Cost">The least there is: points of items, or effort. Unrounded.</param>
public sealed record RaiseSet(ImmutableArray<Raise> Raises, decimal Cost, Outlook After);

/// <summary>The way to a better rating (แผนเพิ่มคะแนน), or why there is none.</summary>
public abstract record PlanOutcome
{
    /// <param name="Target">The rating's name.</param>
    /// <param name="ByPoints">Fewest points, counted on items: 5 points on each of 3 items are 15.</param>
    /// <param name="ByEffort">Least effort by the agency's weights.</param>
    public sealed record Found(string Target, ImmutableArray<Need> Needs, RaiseSet ByPoints, RaiseSet ByEffort) : PlanOutcome;

    /// <summary>The wanted rating, or a better one, is there already.</summary>
    /// <param name="Target">The rating's name; null when none was named and there is no better one.</param>
    public sealed record Reached(string? Target) : PlanOutcome;

    /// <summary>No set of items is enough.</summary>
    /// <param name="Target">The rating's name.</param>
    /// <param name="Best">What follows when everything that can be moved is at 100.</param>
    public sealed record NotReachable(string Target, ImmutableArray<Need> Needs, Outlook Best) : PlanOutcome;

    /// <summary>Not enough is known to plan.</summary>
    public sealed record NotPlannable(Reason Why) : PlanOutcome;
}
