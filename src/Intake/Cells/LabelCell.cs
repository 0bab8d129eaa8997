using Ita.Intake.Problems;

namespace Ita.Intake.Cells;

/// <summary>Reads what a file calls a score beside its code: any text, shortened.</summary>
internal static class LabelCell
{
    private const int Longest = 500;

    /// <returns>Empty when the cell is blank.</returns>
    public static Reading<string> Read(string cell) => Shortened(FormulaGuard.Bare(cell));

    public static string Shortened(string text) => text.Length <= Longest
        ? text
        : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
}
