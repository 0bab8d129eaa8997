namespace Ita.Intake.Workbooks;

/// <summary>A number as its cell shows it.</summary>
/// <param name="Flaw">What is wrong with the shown text; null for nearly all.</param>
/// <param name="Held">The number that the cell holds, times hundred in a percentage format; empty where there is no flaw.</param>
internal readonly record struct ShownNumber(string Text, CellFlawKind? Flaw = null, string Held = "");
