using System.Buffers.Binary;

namespace Ita.Intake.Workbooks;

/// <summary>
/// Walks over the records of an XLS file before it is read: finds the cells that show an error such as #N/A, which the reader returns as
/// empty, and takes out the stated number of rows, up to which the reader would go on.
/// </summary>
internal static class XlsRecords
{
    private const ushort Formula = 0x0006;
    private const ushort End = 0x000A;
    private const ushort Password = 0x002F;
    private const ushort Sheet = 0x0085;
    private const ushort TruthOrError = 0x0205;
    private const ushort Start = 0x0809;
    private const int RecordHead = 4;

    /// <summary>Columns of a sheet in this format. The reader makes room for as many as a cell says, in each row.</summary>
    private const int MostColumns = 256;

    /// <summary>Records that state the number of rows and columns: of this format, and of Excel 2, which the reader knows too.</summary>
    private static readonly ImmutableArray<ushort> Extents = [0x0200, 0x0000];

    /// <summary>Records of cells, which begin with row and column; the second line has those of Excel 2 to 4.</summary>
    private static readonly ImmutableArray<ushort> Cells =
    [
        Formula, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, TruthOrError, 0x027E,
        0x0001, 0x0002, 0x0003, 0x0004, 0x0005, 0x0202, 0x0206, 0x0406,
    ];

    /// <param name="stream">The stream of the workbook. The stated numbers of rows and columns are set to 0.</param>
    /// <exception cref="WorkbookException">The workbook asks for a password, or a record is damaged.</exception>
    /// <returns>For each sheet with cells, in the order of the file: what each cell with an error shows, by <see cref="Place"/>.</returns>
    public static ImmutableArray<IReadOnlyDictionary<int, string>> Prepare(byte[] stream) => SheetStarts(stream) switch
    {
        [] => [InSheet(stream, 0)],
        var starts => [.. starts.Select(start => InSheet(stream, start))],
    };

    /// <summary>One number for the place of a cell.</summary>
    public static int Place(int row, int column) => (row << 8) | column;

    private static List<int> SheetStarts(byte[] stream)
    {
        var starts = new List<int>();
        for (var at = 0; TryRead(stream, at, out var record, out var length) && record != End; at += RecordHead + length)
        {
            // The records that follow cannot be read.
            if (record == Password)
            {
                throw new WorkbookException(new(ProblemCatalogue.WorkbookEncrypted));
            }

            var body = stream.AsSpan(at + RecordHead, length);
            if (record == Sheet && length >= 6 && body[5] == 0)
            {
                starts.Add(BinaryPrimitives.ReadInt32LittleEndian(body));
            }
        }

        return starts;
    }

    private static Dictionary<int, string> InSheet(byte[] stream, int start)
    {
        var errors = new Dictionary<int, string>();
        // Charts within a sheet are streams with a start and an end of their own.
        var depth = 1;
        for (var at = start; at >= 0 && TryRead(stream, at, out var record, out var length); at += RecordHead + length)
        {
            depth += record == Start && at > start ? 1 : record == End ? -1 : 0;
            if (depth == 0)
            {
                break;
            }

            var body = stream.AsSpan(at + RecordHead, length);
            if (Cells.Contains(record) && (length < 4 || BinaryPrimitives.ReadUInt16LittleEndian(body[2..]) >= MostColumns))
            {
                throw WorkbookException.Broken();
            }

            if (Extents.Contains(record))
            {
                body.Clear();
            }
            else if (ErrorOf(record, body) is { } error)
            {
                errors[Place(BinaryPrimitives.ReadUInt16LittleEndian(body), body[2])] = NameOf(error);
            }
        }

        return errors;
    }

    private static byte? ErrorOf(ushort record, ReadOnlySpan<byte> body) => record switch
    {
        TruthOrError when body.Length >= 8 && body[7] == 1 => body[6],
        Formula when body.Length >= 14 && body[6] == 2 && body[12] == 0xFF && body[13] == 0xFF => body[8],
        _ => null,
    };

    private static string NameOf(byte error) => error switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };

    // The reader takes a record that the file cuts off for a whole one.
    private static bool TryRead(byte[] stream, int at, out ushort record, out ushort length)
    {
        (record, length) = (0, 0);
        if (at > stream.Length - RecordHead)
        {
            return false;
        }

        record = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at));
        length = BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan(at + 2));
        return at + RecordHead + length <= stream.Length ? true : throw WorkbookException.Broken();
    }
}
