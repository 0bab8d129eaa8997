using Ita.Domain.Analysis;

namespace Ita.Domain.Improvement;

/// <summary>A measure (มาตรการ) as the library offers it: our own text, to be edited by the agency.</summary>
/// <param name="Id">Stable, kebab-case.</param>
/// <param name="Issue">1 to 7.</param>
/// <param name="Items">Codes of the items it raises, by year: codes are numbered anew each year.</param>
/// <param name="Steps">2 to 4 steps, in order.</param>
/// <param name="Responsible">Who usually carries it out.</param>
/// <param name="FirstQuarter">1 to 4; quarter 1 begins on 1 October.</param>
/// <param name="LastQuarter">Not before the first.</param>
/// <param name="Monitoring">การกำกับติดตาม.</param>
public sealed record MeasureTemplate(
    string Id,
    int Issue,
    ImmutableSortedDictionary<string, ImmutableArray<string>> Items,
    string Title,
    ImmutableArray<string> Steps,
    ImmutableArray<string> Responsible,
    int FirstQuarter,
    int LastQuarter,
    string Monitoring)
{
    /// <summary>The items it raises in a year, in the year's own codes; those of a year the library does not hold by crosswalk.</summary>
    public ImmutableArray<string> ItemsIn(FiscalYear year) => Items.TryGetValue(year.ToString(), out var items)
        ? items
        : CrosswalkCatalogue.All.FirstOrDefault(crosswalk => crosswalk.From == year) is { } next
            ? [.. ItemsIn(next.To).Select(next.Earlier).OfType<string>()]
            : [];

    /// <summary>The measure filled in for an agency whose result of a year was analysed; it is carried out in the year after.</summary>
    /// <param name="id">The agency's own number for it.</param>
    public Measure For(string id, FiscalYear analysed)
    {
        var carriedOut = FiscalYear.FromBuddhistEra(analysed.BuddhistEra + 1);
        return new(
            id, analysed, carriedOut, Issue, ItemsIn(analysed), Title, Steps,
            MeasurePeriod.Of(carriedOut, FirstQuarter, LastQuarter), string.Join(", ", Responsible), Monitoring);
    }
}
