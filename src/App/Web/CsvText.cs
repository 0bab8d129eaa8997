using CsvHelper;
using Ita.Intake.Cells;

namespace Ita.App.Web;

/// <summary>CSV that spreadsheet programs read as Thai and run no formula of: UTF-8 with a byte order mark, CRLF,
/// every text quoted, and texts that begin like a formula escaped.</summary>
public sealed class CsvText
{
    public const string MediaType = "text/csv";
    public const string ContentType = MediaType + "; charset=utf-8";

    private readonly StringBuilder rows = new();

    /// <summary>Adds a row; null is an empty cell, numbers are written as they are, texts in quotes.</summary>
    public CsvText Row(params object?[] cells)
    {
        rows.Append(Line(cells));
        return this;
    }

    // The byte order mark makes spreadsheet programs read UTF-8.
    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(rows.ToString())];

    /// <summary>Writes rows as they arrive, for a file that is never in memory as a whole.</summary>
    public static async Task StreamAsync(Stream file, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await text.WriteAsync(Line(row).AsMemory(), cancellationToken);
        }
    }

    /// <summary>The cells of a file that this class wrote, without the marks before formulas.</summary>
    public static IReadOnlyList<string[]> Parse(byte[] file)
    {
        using var reader = CsvReader.Create(
            file, new CsvReaderOptions { Separator = ',', HasHeader = false, DetectSeparatorHint = false, Encoding = Encoding.UTF8 });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(cell => FormulaGuard.Bare(reader.GetString(cell)))]);
        }

        return rows;
    }

    private static string Line(object?[] cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => $"\"{FormulaGuard.Guarded(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell cannot contain a {value.GetType().Name}.", nameof(value)),
    };
}
