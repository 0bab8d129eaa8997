namespace Ita.Domain.Improvement;

/// <summary>
/// The effort that improvements cost an agency, in any unit (days, baht); only the proportions matter. By default a checklist item costs 1,
/// as does a point of a survey item.
/// </summary>
/// <remarks>
/// The weight of an item takes precedence over that of its instrument, which takes precedence over the general one. Weights are 0 or more.
/// </remarks>
/// <param name="PerChecklistItem">For fulfilling one checklist item, however many points it lacks.</param>
/// <param name="PerSurveyPoint">For raising one survey item by one point.</param>
/// <param name="ByInstrument">Weights by instrument code: per item for a checklist, per point for a survey.</param>
/// <param name="ByItem">Weights by item code, in the same units.</param>
/// <param name="Fixed">Codes of items that cannot be raised; plans do not include them.</param>
public sealed record Efforts(
    decimal PerChecklistItem,
    decimal PerSurveyPoint,
    ImmutableSortedDictionary<string, decimal> ByInstrument,
    ImmutableSortedDictionary<string, decimal> ByItem,
    ImmutableSortedSet<string> Fixed)
{
    public static Efforts Default { get; } = new(
        1,
        1,
        ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal),
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <summary>Effort per point of a lever.</summary>
    /// <remarks>
    /// The effort of a checklist item is divided by the points it lacks; for a checklist of which only indicators are known, by 100 points
    /// per item.
    /// </remarks>
    public decimal PerPoint(Lever lever)
    {
        var weight = WeightOf(lever);
        return !lever.IsChecklist ? weight * lever.Items : weight * lever.Items / (lever.AllOrNothing ? lever.Room : 100);
    }

    /// <summary>Effort for raising a lever by some points; no division is used when a whole checklist item is fulfilled.</summary>
    public decimal For(Lever lever, decimal points) =>
        lever.AllOrNothing && points == lever.Room ? WeightOf(lever) : PerPoint(lever) * points;

    private decimal WeightOf(Lever lever) =>
        ByItem.TryGetValue(lever.Key.Code, out var own) ? own
        : ByInstrument.TryGetValue(lever.Instrument, out var instrument) ? instrument
        : lever.IsChecklist ? PerChecklistItem : PerSurveyPoint;
}
