using System.Globalization;
using System.Text;
using CsvHelper;
using Ita.Intake.Decoding;
using Ita.Intake.Problems;

namespace Ita.Intake.Tables;

/// <summary>The rows of delimited text.</summary>
internal sealed class CsvRows : TableRows, IDisposable
{
    private readonly TextStream text;
    private readonly IntakeLimits limits;
    private readonly int hiddenRows;
    private readonly CsvReader reader;
    private CsvMalformedReason? broken;

    public CsvRows(TextStream text, Delimiter delimiter, IntakeLimits limits)
    {
        this.text = text;
        this.limits = limits;
        hiddenRows = delimiter.RowsToSkip;
        reader = CsvReader.Create(text, OptionsFor(delimiter.Sign), leaveOpen: true);
    }

    public override int CellCount => reader.FieldCount;

    public override ValueTask<bool> NextAsync(CancellationToken cancellation)
    {
        broken = null;
        // Nearly every row stands in the buffer already: no state machine is made for it.
        var read = reader.ReadAsync(cancellation);
        return read.IsCompletedSuccessfully && reader.RowNumber > hiddenRows
            ? ValueTask.FromResult(read.Result && LookAtRow())
            : WaitAsync(read, cancellation);
    }

    private async ValueTask<bool> WaitAsync(ValueTask<bool> read, CancellationToken cancellation)
    {
        try
        {
            while (await read.ConfigureAwait(false))
            {
                if (reader.RowNumber > hiddenRows)
                {
                    return LookAtRow();
                }

                read = reader.ReadAsync(cancellation);
            }
        }
        catch (CsvFormatException tooLong)
        {
            // With the options below the reader throws this for one reason only: a row beyond MaxRecordSize.
            Line = (int)tooLong.RecordNumber - hiddenRows;
            return EndedBy(TooLong());
        }

        return false;
    }

    private bool LookAtRow()
    {
        Line = (int)reader.RowNumber - hiddenRows;
        return Look();
    }

    public override ReadOnlySpan<byte> Cell(int column) => column < 0 ? default : reader.GetSpan(column);

    public void Dispose() => reader.Dispose();

    private CsvReaderOptions OptionsFor(char delimiter) => new()
    {
        Separator = delimiter,
        // The header is a row like any other here, so that row numbers are Excel's.
        HasHeader = false,
        SkipEmptyLines = false,
        DetectSeparatorHint = false,
        Encoding = Encoding.UTF8,
        MaxRecordSize = limits.RowBytes,
        OnMalformedRecord = record => broken = record.Reason,
    };

    private bool Look()
    {
        if (text.Fault is { } fault && reader.RawRecord.EndsWith(TextStream.EndMark))
        {
            return EndedBy(Fault(fault));
        }

        RowFault = broken is CsvMalformedReason.TextAfterClosingQuote ? new(ProblemCatalogue.QuoteBroken) : null;
        if (broken is CsvMalformedReason.UnterminatedQuote)
        {
            return EndedBy(new(ProblemCatalogue.QuoteNotClosed));
        }

        if (reader.RawRecord.Length > limits.RowBytes)
        {
            return EndedBy(TooLong());
        }

        return reader.RawRecord.Length <= limits.CellBytes || EveryCellFits() || EndedBy(CellTooLong());
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

    private Fault Fault(TextFault fault) => new Fault(fault.Kind)
        .With("found", fault.Found)
        .With("limit", Shown(limits.FileBytes));

    private Fault TooLong() => new Fault(ProblemCatalogue.LineTooLong).With("limit", Shown(limits.RowBytes));

    private Fault CellTooLong() => new Fault(ProblemCatalogue.CellTooLong).With("limit", Shown(limits.CellBytes));

    private bool EndedBy(Fault fault)
    {
        Ended = fault;
        return false;
    }

    private static string Shown(long bytes) => bytes.ToString("#,0", CultureInfo.InvariantCulture);
}
