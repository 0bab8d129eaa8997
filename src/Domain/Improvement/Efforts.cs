namespace Ita.Domain.Improvement;

/// <summary>
/// What improvement costs an agency, in any unit of its own (days, baht); only the proportions count. The default: a checklist item
/// takes 1, and so does a point on a survey item.
/// </summary>
/// <remarks>An item's own weight comes before its instrument's, and that before the general one. A weight is not below 0.</remarks>
/// <param name="PerChecklistItem">For putting right one checklist item, however many points it lacks.</param>
/// <param name="PerSurveyPoint">For raising one survey item by one point.</param>
/// <param name="ByInstrument">The same by instrument code: per item for a checklist, per point for a survey.</param>
/// <param name="ByItem">The same by item code.</param>
/// <param name="Fixed">Codes of items that cannot be moved; a plan leaves them alone.</param>
public sealed record Efforts(
    decimal PerChecklistItem,
    decimal PerSurveyPoint,
    ImmutableSortedDictionary<string, decimal> ByInstrument,
    ImmutableSortedDictionary<string, decimal> ByItem,
    ImmutableSortedSet<string> Fixed)
{
    public static Efforts Usual { get; } = new(
        1,
        1,
        ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal),
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <summary>Effort for one point of a lever.</summary>
    /// <remarks>A whole checklist item is spread over the points it lacks; a checklist known by indicator only, over 100 points an item.</remarks>
    public decimal PerPoint(Lever lever)
    {
        var weight = WeightOf(lever);
        return !lever.IsChecklist ? weight * lever.Items : weight * lever.Items / (lever.AllOrNothing ? lever.Room : 100);
    }

    /// <summary>Effort for raising a lever by some points, without a division where a whole item is put right.</summary>
    public decimal For(Lever lever, decimal points) =>
        lever.AllOrNothing && points == lever.Room ? WeightOf(lever) : PerPoint(lever) * points;

    private decimal WeightOf(Lever lever) =>
        ByItem.TryGetValue(lever.Key.Code, out var own) ? own
        : ByInstrument.TryGetValue(lever.Instrument, out var instrument) ? instrument
        : lever.IsChecklist ? PerChecklistItem : PerSurveyPoint;
}
