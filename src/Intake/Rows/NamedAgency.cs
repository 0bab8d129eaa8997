namespace Ita.Intake.Rows;

/// <summary>An agency as the rows of a file name it.</summary>
/// <param name="Name">Null when no row has a name.</param>
/// <param name="Line">The line of its first row.</param>
internal sealed record NamedAgency(FiscalYear Year, string Code, string? Name, int Line);
