namespace Ita.Intake;

/// <summary>Finds which of the codes are stored for a year, in the registry or with a result.</summary>
/// <returns>The names by code, null where an agency has none. A code that is not stored is left out.</returns>
public delegate ValueTask<IReadOnlyDictionary<string, string?>> KnownAgencies(
    FiscalYear year, IReadOnlyCollection<string> codes, CancellationToken cancellationToken);
