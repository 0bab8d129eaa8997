using System.IO.Compression;
using Ita.Intake.Decoding;
using Ita.Intake.Workbooks;

namespace Ita.Intake.Reading;

/// <summary>Opens a file by its format. From the rows on, all formats are read in the same way.</summary>
internal sealed class FileReading(IntakeLimits limits, FrameworkCatalogue frameworks, KnownAgencies known)
{
    public async ValueTask<IntakeOutcome> ReadTextAsync(Stream file, CancellationToken cancellationToken)
    {
        var text = new TextStream(file, limits.FileBytes);
        await using (text.ConfigureAwait(false))
        {
            var start = await text.PeekAsync(cancellationToken).ConfigureAwait(false);
            var delimiter = Delimiter.Detect(start.Span);
            using var rows = new CsvRows(text, delimiter, limits);
            var table = new TableReading(rows, limits, frameworks, known, commaIsDecimal: delimiter.Character == ';');
            await table.RunAsync(cancellationToken).ConfigureAwait(false);
            return table.Outcome(new Detection(
                text.Encoding, text.Evidence, delimiter.Character, delimiter.InHeader, table.Kind, table.KindToldBy, FileFormat.Csv,
                HeaderLine: table.HeaderLine));
        }
    }

    public async ValueTask<IntakeOutcome> ReadWorkbookAsync(Stream file, CancellationToken cancellationToken)
    {
        try
        {
            var spool = await WorkbookSpool.CreateAsync(file, limits, cancellationToken).ConfigureAwait(false);
            await using (spool.ConfigureAwait(false))
            {
                using var workbook = new Workbook(new ZipArchive(spool, ZipArchiveMode.Read, leaveOpen: true), limits);
                return await ReadSheetsAsync(workbook.Sheets(), FileFormat.Xlsx, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (WorkbookException.IsOfTheFile(exception))
        {
            return await RefuseAsync(WorkbookException.ToFault(exception), FileFormat.Xlsx, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask<IntakeOutcome> ReadOldWorkbookAsync(Stream file, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await OldWorkbookFile.ReadAsync(file, limits, cancellationToken).ConfigureAwait(false);
            using var workbook = OldWorkbook.Open(stream, limits);
            return await ReadSheetsAsync(workbook.Sheets(), FileFormat.Xls, cancellationToken).ConfigureAwait(false);
        }
        catch (WorkbookException exception)
        {
            return await RefuseAsync(exception.Fault, FileFormat.Xls, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The outcome of a file that cannot be opened.</summary>
    public ValueTask<IntakeOutcome> RefuseAsync(Fault fault, FileFormat format, CancellationToken cancellationToken) =>
        ReadRowsAsync(new RefusedRows(fault), format, cancellationToken);

    private async ValueTask<IntakeOutcome> ReadSheetsAsync(
        ImmutableArray<WorkbookSheet> sheets, FileFormat format, CancellationToken cancellationToken)
    {
        var rows = await SheetChoice.OpenAsync(sheets, QuestionTitles.For(frameworks), limits, cancellationToken).ConfigureAwait(false);
        using (rows as IDisposable)
        {
            return await ReadRowsAsync(rows, format, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<IntakeOutcome> ReadRowsAsync(TableRows rows, FileFormat format, CancellationToken cancellationToken)
    {
        var table = new TableReading(rows, limits, frameworks, known, commaIsDecimal: false);
        await table.RunAsync(cancellationToken).ConfigureAwait(false);
        return table.Outcome(new Detection(
            Kind: table.Kind,
            KindToldBy: table.KindToldBy,
            Format: format,
            Sheet: rows.Sheets.IsEmpty ? null : string.Join(", ", rows.Sheets),
            HeaderLine: table.HeaderLine));
    }
}
