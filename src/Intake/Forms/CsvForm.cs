using System.Buffers;

namespace Ita.Intake.Forms;

/// <summary>
/// Rows of delimited text as spreadsheet programs open them. A text that would be a formula gets an apostrophe before it, which is dropped
/// when it is read.
/// </summary>
internal sealed class CsvForm
{
    private static readonly SearchValues<char> WantQuotes = SearchValues.Create(",;\"\t\r\n");

    private readonly StringBuilder text = new();

    public CsvForm(IEnumerable<string> titles) => Row(titles);

    public CsvForm Row(IEnumerable<string> cells)
    {
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        return this;
    }

    /// <summary>The rows below the header; a form without any gets one that is not filled in.</summary>
    public CsvForm Rows(IReadOnlyCollection<string[]> rows, string[] unfilled)
    {
        foreach (var row in rows.Count == 0 ? [unfilled] : rows)
        {
            Row(row);
        }

        return this;
    }

    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    private static string Cell(string value)
    {
        var harmless = FormulaGuard.Guarded(value);
        return harmless.AsSpan().IndexOfAny(WantQuotes) < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
