using Ita.Intake.Decoding;

namespace Ita.Intake.Reading;

/// <summary>Reads an uploaded file: bytes to text or to a workbook's sheet, that to rows, the header to a kind, rows to what they say.</summary>
public static class IntakeReader
{
    private static readonly IReadOnlyDictionary<string, string?> NoAgencies = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Reads a file while no agency is stored.</summary>
    /// <inheritdoc cref="ReadAsync(Stream, string, IntakeSettings, Func{int, Framework?}, KnownAgencies, CancellationToken)"/>
    public static ValueTask<IntakeOutcome> ReadAsync(
        Stream stream,
        string fileName,
        IntakeSettings settings,
        FrameworkCatalogue frameworks,
        CancellationToken cancellationToken = default) =>
        ReadAsync(stream, fileName, settings, frameworks, (_, _, _) => ValueTask.FromResult(NoAgencies), cancellationToken);

    /// <summary>
    /// Reads <paramref name="stream"/> from its position to its end, or to what makes the file unreadable. Nothing that is
    /// wrong with the data throws.
    /// </summary>
    /// <param name="fileName">As uploaded; it is never trusted to tell the format.</param>
    /// <param name="frameworks">The frameworks of the years that can be uploaded.</param>
    /// <param name="known">What is stored of agencies, with which the codes of the file are compared.</param>
    /// <exception cref="IOException">The stream itself failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was asked for.</exception>
    public static async ValueTask<IntakeOutcome> ReadAsync(
        Stream stream,
        string fileName,
        IntakeSettings settings,
        FrameworkCatalogue frameworks,
        KnownAgencies known,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(frameworks);
        ArgumentNullException.ThrowIfNull(known);

        var start = new byte[FileSignature.LongestStart];
        var count = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var whole = new PrefixedStream(start.AsMemory(0, count), stream);
        await using (whole.ConfigureAwait(false))
        {
            var reading = new FileReading(settings.Limits, frameworks, known);
            return FileSignature.Find(start.AsSpan(0, count)) switch
            {
                FileSignature.Packed => await reading.ReadWorkbookAsync(whole, cancellationToken).ConfigureAwait(false),
                FileSignature.OldOffice => await reading.ReadOldWorkbookAsync(whole, cancellationToken).ConfigureAwait(false),
                FileSignature.OldestWorkbook => await reading.RefuseAsync(
                    new(ProblemCatalogue.WorkbookOld), FileFormat.Xls, cancellationToken).ConfigureAwait(false),
                _ => await reading.ReadTextAsync(whole, cancellationToken).ConfigureAwait(false),
            };
        }
    }
}
