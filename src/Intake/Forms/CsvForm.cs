using System.Buffers;

namespace Ita.Intake.Forms;

/// <summary>
/// A form as delimited text, as spreadsheet programs open it: UTF-8 with a mark, commas and CRLF. A text that would be a formula gets an
/// apostrophe before it, which is dropped when it is read.
/// </summary>
internal static class CsvForm
{
    private static readonly SearchValues<char> WantQuotes = SearchValues.Create(",;\"\t\r\n");

    public static byte[] Write(FormTable form)
    {
        var text = new StringBuilder();
        foreach (var cells in form.Rows.Select(row => row.Cells).Prepend([.. form.Columns.Select(column => column.Title)]))
        {
            text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(string value)
    {
        var harmless = FormulaGuard.Guarded(value);
        return harmless.AsSpan().IndexOfAny(WantQuotes) < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
