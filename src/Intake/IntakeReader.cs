using Ita.Domain.Frameworks;
using Ita.Intake.Decoding;
using Ita.Intake.Tables;

namespace Ita.Intake;

/// <summary>Reads an uploaded file: bytes to text, text to rows, the header to a kind, rows to what they say.</summary>
public static class IntakeReader
{
    /// <summary>
    /// Reads <paramref name="stream"/> from where it stands to its end, or to what makes the file unreadable. Nothing that is
    /// wrong with the data throws.
    /// </summary>
    /// <param name="fileName">As uploaded; it is never trusted to tell the format.</param>
    /// <param name="frameworks">The framework of a year of the Buddhist Era; null for a year that is not known.</param>
    /// <exception cref="IOException">The stream itself failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public static async ValueTask<IntakeOutcome> ReadAsync(
        Stream stream,
        string fileName,
        IntakeSettings settings,
        Func<int, Framework?> frameworks,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(frameworks);

        var text = new TextStream(stream, settings.Limits.FileBytes);
        await using (text.ConfigureAwait(false))
        {
            await text.BeginAsync(cancellation).ConfigureAwait(false);
            var delimiter = Delimiter.Of(text.Ahead);
            using var rows = new CsvRows(text, delimiter, settings.Limits);
            var table = new TableReading(rows, settings.Limits, frameworks, commaIsDecimal: delimiter.Sign == ';');
            await table.RunAsync(cancellation).ConfigureAwait(false);
            return table.Outcome(new Detection(
                text.Encoding, text.Because, delimiter.Sign, delimiter.InHeader, table.Kind, table.KindToldBy));
        }
    }
}
