using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using Ita.Intake.Decoding;
using Ita.Intake.Problems;

namespace Ita.Intake.Tables;

/// <summary>The rows of delimited text.</summary>
/// <remarks>
/// Rows without quotes are cut at their delimiters where they stand. From the first row on that is more than that (a quote, a lone
/// carriage return, a very long row, the end of what is text) CsvHelper reads the rest of the file.
/// </remarks>
internal sealed class CsvRows : TableRows, IDisposable
{
    private readonly TextStream text;
    private readonly IntakeLimits limits;
    private readonly int hiddenRows;
    private readonly char delimiter;
    private readonly PlainRow plain = new();
    private readonly int longestPlain;
    private CsvReader? reader;
    private CsvMalformedReason? broken;

    /// <summary>Rows read before CsvHelper, hidden ones among them.</summary>
    private int plainRows;

    /// <summary>Whether the next row is too long to be read where it stands.</summary>
    private bool isBeyondPlain;

    public CsvRows(TextStream text, Delimiter delimiter, IntakeLimits limits, CancellationToken cancellation)
    {
        this.text = text;
        this.limits = limits;
        hiddenRows = delimiter.RowsToSkip;
        this.delimiter = delimiter.Sign;
        longestPlain = Math.Min(limits.RowBytes, limits.CellBytes);
        text.FindCells((byte)delimiter.Sign, cancellation);
        plain.Turn(text.Buffer, text.Cells!);
    }

    public override int CellCount => reader is null ? plain.CellCount : reader.FieldCount;

    public override PlainRow? Plain => reader is null ? plain : null;

    /// <summary>Moves to the next row if it is at hand; false where only <see cref="NextAsync"/> can tell.</summary>
    // Optimised at once, as all that is done for each row of a large file.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryNext()
    {
        while (reader is null && IsAtHand())
        {
            if (++plainRows > hiddenRows)
            {
                Line = plainRows - hiddenRows;
                return true;
            }
        }

        return false;
    }

    public override ValueTask<bool> NextAsync(CancellationToken cancellation) => reader is not null
        ? NextOfAsync(reader, cancellation)
        : TryNext() ? ValueTask.FromResult(true) : MoreAsync(cancellation);

    /// <summary>Moves to the next row if it is all there and has nothing that CsvHelper must look at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsAtHand()
    {
        if (isBeyondPlain || !plain.TryNext())
        {
            return false;
        }

        isBeyondPlain = plain.Length > longestPlain;
        return !isBeyondPlain;
    }

    private async ValueTask<bool> MoreAsync(CancellationToken cancellation)
    {
        SkipPlain();
        while (!isBeyondPlain && text.Cells!.IsCut && await text.MoreAsync(cancellation).ConfigureAwait(false))
        {
            plain.Turn(text.Buffer, text.Cells);
            if (TryNext())
            {
                return true;
            }

            SkipPlain();
        }

        if (text is { HasEnded: true, Fault: null, Ahead.IsEmpty: true })
        {
            return false;
        }

        reader = CsvReader.Create(text, OptionsFor(delimiter), leaveOpen: true);
        return await NextOfAsync(reader, cancellation).ConfigureAwait(false);
    }

    /// <summary>What has been read where it stands is done with, up to the row that cannot be.</summary>
    private void SkipPlain()
    {
        if (text.Cells!.Rows > 0)
        {
            text.Skip((isBeyondPlain ? plain.Start : text.Cells.Behind) - text.Start);
        }
    }

    private ValueTask<bool> NextOfAsync(CsvReader csv, CancellationToken cancellation)
    {
        broken = null;
        // Nearly every row stands in the buffer already: no state machine is made for it.
        var read = csv.ReadAsync(cancellation);
        return read.IsCompletedSuccessfully && LineOf(csv.RowNumber) > 0
            ? ValueTask.FromResult(read.Result && LookAtRow(csv))
            : WaitAsync(csv, read, cancellation);
    }

    private async ValueTask<bool> WaitAsync(CsvReader csv, ValueTask<bool> read, CancellationToken cancellation)
    {
        try
        {
            while (await read.ConfigureAwait(false))
            {
                if (LineOf(csv.RowNumber) > 0)
                {
                    return LookAtRow(csv);
                }

                read = csv.ReadAsync(cancellation);
            }
        }
        catch (CsvFormatException tooLong)
        {
            // With the options below the reader throws this for one reason only: a row beyond MaxRecordSize.
            Line = LineOf(tooLong.RecordNumber);
            return EndedBy(TooLong());
        }

        return false;
    }

    private int LineOf(long row) => (int)row + plainRows - hiddenRows;

    private bool LookAtRow(CsvReader csv)
    {
        Line = LineOf(csv.RowNumber);
        return Look(csv);
    }

    public override ReadOnlySpan<byte> Cell(int column) =>
        column < 0 ? default : reader is null ? plain.Cell(column) : reader.GetSpan(column);

    public void Dispose() => reader?.Dispose();

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

    private bool Look(CsvReader csv)
    {
        if (text.Fault is { } fault && csv.RawRecord.EndsWith(TextStream.EndMark))
        {
            return EndedBy(Fault(fault));
        }

        RowFault = broken is CsvMalformedReason.TextAfterClosingQuote ? new(ProblemCatalogue.QuoteBroken) : null;
        if (broken is CsvMalformedReason.UnterminatedQuote)
        {
            return EndedBy(new(ProblemCatalogue.QuoteNotClosed));
        }

        if (csv.RawRecord.Length > limits.RowBytes)
        {
            return EndedBy(TooLong());
        }

        return csv.RawRecord.Length <= limits.CellBytes || EveryCellFits(csv) || EndedBy(CellTooLong());
    }

    private bool EveryCellFits(CsvReader csv)
    {
        for (var column = 0; column < CellCount; column++)
        {
            if (csv.GetSpan(column).Length > limits.CellBytes)
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
