using ExcelDataReader;

namespace Ita.Intake.Workbooks;

/// <summary>An XLS file: a workbook in the format that Excel had from version 5 to 2003.</summary>
internal sealed class OldWorkbook : IDisposable
{
    /// <summary>Windows-874, for files that do not name their encoding.</summary>
    private const int ThaiCodePage = 874;

    /// <summary>How often the reader may go over all records. It does so some six times.</summary>
    private const long MostReadings = 32;

    private const int SmallFile = 32 * 1024;

    private readonly IntakeLimits limits;
    private readonly IExcelDataReader reader;
    private readonly ImmutableArray<IReadOnlyDictionary<int, string>> errors;
    private readonly XlsFormats formats = new();

    /// <summary>The sheet that the reader is at, from 0, and whether its rows have been asked for.</summary>
    private (int Sheet, bool IsBegun) place;

    static OldWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private OldWorkbook(byte[] stream, IntakeLimits limits)
    {
        this.limits = limits;
        errors = XlsRecords.Prepare(stream);
        var readable = Math.Min(limits.ExpandedBytes, MostReadings * (stream.Length + SmallFile));
        reader = ExcelReaderFactory.CreateBinaryReader(
            new MeteredStream(stream, readable), new() { FallbackEncoding = Encoding.GetEncoding(ThaiCodePage) });
    }

    /// <param name="stream">The records of the workbook, see <see cref="OldWorkbookFile"/>.</param>
    /// <exception cref="WorkbookException">The workbook is damaged, or asks for a password.</exception>
    public static OldWorkbook Open(byte[] stream, IntakeLimits limits) => Guard(() => new OldWorkbook(stream, limits));

    /// <summary>Whether the exception says that the file is damaged. For such a file the reader throws exceptions of nearly every type,
    /// also those of input and output: what it reads is in memory, where no such fault has another cause.</summary>
    public static bool IsOfTheFile(Exception exception) => WorkbookException.IsOfTheFile(exception)
        || exception is not (OperationCanceledException or OutOfMemoryException);

    /// <summary>The sheets that are not hidden, in order.</summary>
    public ImmutableArray<WorkbookSheet> Sheets() =>
        Guard(() => Enumerable.Range(0, reader.ResultsCount).Select(Find).OfType<WorkbookSheet>().ToImmutableArray());

    public void Dispose() => reader.Dispose();

    private WorkbookSheet? Find(int sheet)
    {
        MoveTo(sheet);
        return reader.VisibleState == "visible" ? new(reader.Name, () => Guard(() => Rows(sheet))) : null;
    }

    private XlsRows Rows(int sheet)
    {
        MoveTo(sheet);
        place = (sheet, IsBegun: true);
        return new(reader, formats, errors.ElementAtOrDefault(sheet) ?? ImmutableDictionary<int, string>.Empty, limits);
    }

    /// <summary>Moves to the start of a sheet. The reader goes forward only, or back to the first sheet.</summary>
    private void MoveTo(int sheet)
    {
        if (sheet < place.Sheet || (sheet == place.Sheet && place.IsBegun))
        {
            reader.Reset();
            place = default;
        }

        for (; place.Sheet < sheet; place = (place.Sheet + 1, IsBegun: false))
        {
            reader.NextResult();
        }
    }

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not WorkbookException && IsOfTheFile(exception))
        {
            throw WorkbookException.Broken();
        }
    }
}
