using System.Globalization;
using System.Text;
using Ita.Intake.Cells;

namespace Ita.App.Web;

/// <summary>
/// CSV that a spreadsheet program opens with its Thai intact and runs nothing of: UTF-8 with a mark, CRLF, every text quoted, and a
/// text that would be a formula made harmless.
/// </summary>
public sealed class CsvText
{
    public const string MediaType = "text/csv";
    public const string ContentType = MediaType + "; charset=utf-8";

    private readonly StringBuilder rows = new();

    /// <summary>A row; null is an empty cell, numbers are written as they are, texts in quotes.</summary>
    public CsvText Row(params object?[] cells)
    {
        rows.Append(Line(cells));
        return this;
    }

    // The mark makes a spreadsheet program read UTF-8.
    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(rows.ToString())];

    /// <summary>Rows as they come, for a file that is never whole in memory.</summary>
    public static async Task StreamAsync(Stream file, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await text.WriteAsync(Line(row).AsMemory(), cancellationToken);
        }
    }

    private static string Line(object?[] cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => $"\"{FormulaGuard.Guarded(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"No cell is made of a {value.GetType().Name}.", nameof(value)),
    };
}
