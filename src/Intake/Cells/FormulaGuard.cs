using System.Buffers;

namespace Ita.Intake.Cells;

/// <summary>The apostrophe by which a text is kept from being run as a formula when a spreadsheet program opens our CSV.</summary>
/// <remarks>Line feed and the full-width characters are included because Japanese and Chinese Excel run those too.</remarks>
public static class FormulaGuard
{
    private const char Guard = '\'';

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>The text with an apostrophe before it where a spreadsheet program would run it.</summary>
    public static string Guarded(string text) => text.Length > 0 && Beginnings.Contains(text[0]) ? Guard + text : text;

    /// <summary>The text as it was before it was guarded.</summary>
    public static string Bare(string text) => text is [Guard, var begins, ..] && Beginnings.Contains(begins) ? text[1..] : text;
}
