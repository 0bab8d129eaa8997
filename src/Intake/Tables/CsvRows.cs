using CsvHelper;
using Ita.Intake.Decoding;

namespace Ita.Intake.Tables;

/// <summary>The rows of delimited text, as CsvHelper parses them.</summary>
internal sealed class CsvRows : TableRows, IDisposable
{
    private readonly TextStream text;
    private readonly IntakeLimits limits;
    private readonly int hiddenRows;
    private readonly CsvReader reader;
    private CsvMalformedReason? malformed;

    public CsvRows(TextStream text, Delimiter delimiter, IntakeLimits limits)
    {
        this.text = text;
        this.limits = limits;
        hiddenRows = delimiter.RowsToSkip;
        reader = CsvReader.Create(text, OptionsFor(delimiter.Character), leaveOpen: true);
    }

    public override int CellCount => reader.FieldCount;

    public override ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        // Nearly every row is in the parser's buffer already, and needs no state machine.
        var read = reader.ReadAsync(cancellationToken);
        return read.IsCompletedSuccessfully ? LookAsync(read.Result, cancellationToken) : WaitAsync(read, cancellationToken);
    }

    /// <summary>Looks at the row that was read, or reads the next where the row is not shown in Excel.</summary>
    private ValueTask<bool> LookAsync(bool isRow, CancellationToken cancellationToken) => isRow && reader.RowNumber <= hiddenRows
        ? NextAsync(cancellationToken)
        : ValueTask.FromResult(isRow && IsReadable());

    private async ValueTask<bool> WaitAsync(ValueTask<bool> read, CancellationToken cancellationToken)
    {
        try
        {
            return await LookAsync(await read.ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (CsvFormatException tooLong)
        {
            // With the options below the reader throws this for one reason only: a row beyond MaxRecordSize.
            Line = LineOf(tooLong.RecordNumber);
            return EndedBy(TooLong(ProblemCatalogue.LineTooLong, limits.RowBytes));
        }
    }

    public override ReadOnlySpan<byte> Cell(int column) => column < 0 ? default : reader.GetSpan(column);

    public void Dispose() => reader.Dispose();

    private int LineOf(long row) => (int)row - hiddenRows;

    private CsvReaderOptions OptionsFor(char delimiter) => new()
    {
        Separator = delimiter,
        // The header is a row like any other here, so that row numbers are Excel's.
        HasHeader = false,
        SkipEmptyLines = false,
        DetectSeparatorHint = false,
        Encoding = Encoding.UTF8,
        MaxRecordSize = limits.RowBytes,
        OnMalformedRecord = record => malformed = record.Reason,
    };

    private bool IsReadable()
    {
        Line = LineOf(reader.RowNumber);
        var row = reader.RawRecord;
        if (text.Fault is { } fault && row.EndsWith(TextStream.EndMark))
        {
            return EndedBy(new Fault(fault.Kind).With("found", fault.Found).With("limit", Shown(limits.FileBytes)));
        }

        var reason = malformed;
        malformed = null;
        RowFault = reason is CsvMalformedReason.TextAfterClosingQuote ? new(ProblemCatalogue.QuoteBroken) : null;
        if (row.Length > limits.CellBytes && !EveryCellFits())
        {
            RowFault = CellTooLong(limits.CellBytes);
        }

        if (reason is CsvMalformedReason.UnterminatedQuote)
        {
            return EndedBy(new(ProblemCatalogue.QuoteNotClosed));
        }

        if (row.Length > limits.RowBytes)
        {
            return EndedBy(TooLong(ProblemCatalogue.LineTooLong, limits.RowBytes));
        }

        return true;
    }

    private bool EveryCellFits()
    {
        for (var column = 0; column < CellCount; column++)
        {
            if (reader.GetSpan(column).Length > limits.CellBytes)
            {
                return false;
            }
        }

        return true;
    }

    private static Fault TooLong(ProblemKind kind, int limit) => new Fault(kind).With("limit", Shown(limit));

    private bool EndedBy(Fault fault)
    {
        Ended = fault;
        return false;
    }

    private static string Shown(long bytes) => bytes.ToString("#,0", CultureInfo.InvariantCulture);
}
