using ExcelDataReader;

namespace Ita.Intake.Workbooks;

/// <summary>The rows of one sheet of an XLS file.</summary>
/// <param name="reader">At the sheet, before its first row.</param>
/// <param name="errors">See <see cref="XlsRecords.Prepare"/>.</param>
internal sealed class XlsRows(IExcelDataReader reader, XlsFormats formats, IReadOnlyDictionary<int, string> errors, IntakeLimits limits)
    : WorkbookRows(limits)
{
    /// <summary>Columns of a sheet in this format.</summary>
    private const int MostColumns = 256;

    /// <summary>The reader belongs to the workbook.</summary>
    public override void Dispose()
    {
    }

    protected override bool IsOfTheFile(Exception exception) => OldWorkbook.IsOfTheFile(exception);

    protected override bool ReadRow()
    {
        if (!reader.Read())
        {
            return false;
        }

        Line = reader.Depth + 1;
        var columns = Math.Min(reader.FieldCount, MostColumns);
        for (var column = 0; column < columns; column++)
        {
            Take(column, reader.GetValue(column));
        }

        return true;
    }

    private void Take(int column, object? value)
    {
        switch (value)
        {
            case null when errors.TryGetValue(XlsRecords.Place(reader.Depth, column), out var error):
                Row.Set(column, error, CellFlawKind.Error, error);
                break;
            case null:
                break;
            case string text:
                Row.Set(column, formats.At(reader, column).ShowText(text));
                break;
            case bool truth:
                Row.Set(column, truth ? "TRUE" : "FALSE");
                break;
            default:
                TakeNumber(column, formats.At(reader, column).ShowNumber(Number(value).ToString("R", CultureInfo.InvariantCulture)));
                break;
        }
    }

    /// <summary>The number that the cell holds. The reader returns dates as such, by a view of formats that is not ours.</summary>
    private static double Number(object value) => value switch
    {
        DateTime time => time.ToOADate(),
        TimeSpan time => time.TotalDays,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };
}
