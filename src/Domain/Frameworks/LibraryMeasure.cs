namespace Ita.Domain.Frameworks;

/// <summary>An entry of the library of measures that comes with the framework of its year.</summary>
/// <param name="Id">Kebab-case. The id of a built-in entry gives that entry the items of this year; another id is a new entry.</param>
/// <param name="Issue">1 to 7.</param>
/// <param name="Items">Codes of the items of this year that it raises.</param>
/// <param name="FirstQuarter">1 to 4; quarter 1 begins on 1 October.</param>
/// <param name="LastQuarter">Not before the first.</param>
public sealed record LibraryMeasure(
    string Id,
    int Issue,
    ImmutableArray<string> Items,
    string Title,
    ImmutableArray<string> Steps,
    ImmutableArray<string> Responsible,
    int FirstQuarter,
    int LastQuarter,
    string Monitoring);
