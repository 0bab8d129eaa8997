namespace Ita.Domain.Improvement;

/// <summary>A measure (มาตรการ) of the library, to be edited by the agency.</summary>
/// <param name="Id">Stable, kebab-case.</param>
/// <param name="Issue">1 to 7.</param>
/// <param name="Items">Codes of the items it raises, by year, because items are renumbered each year.</param>
/// <param name="Steps">2 to 4 steps, in order.</param>
/// <param name="Responsible">Offices that usually carry it out.</param>
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
    /// <summary>The codes of the items it raises in a year that it names; empty for another (<see cref="MeasureLibrary.For"/>).</summary>
    public ImmutableArray<string> ItemsIn(FiscalYear year) => Items.GetValueOrDefault(year.ToString(), []);

    /// <summary>Creates a measure for an agency from this template, carried out in the year after the analysed one.</summary>
    /// <param name="id">The id of the new measure.</param>
    public Measure For(string id, FiscalYear analysed)
    {
        var carriedOut = FiscalYear.FromBuddhistEra(analysed.BuddhistEra + 1);
        return new(
            id, analysed, carriedOut, Issue, ItemsIn(analysed), Title, Steps,
            MeasurePeriod.Of(carriedOut, FirstQuarter, LastQuarter), string.Join(", ", Responsible), Monitoring);
    }
}
