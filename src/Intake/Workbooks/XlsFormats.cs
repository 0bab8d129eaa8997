using ExcelDataReader;

namespace Ita.Intake.Workbooks;

/// <summary>The number formats of an XLS file, each parsed once.</summary>
internal sealed class XlsFormats
{
    private readonly Dictionary<int, NumberFormat> formats = [];

    /// <summary>The format of a cell of the reader's row.</summary>
    public NumberFormat At(IExcelDataReader reader, int column)
    {
        var index = reader.GetNumberFormatIndex(column);
        if (!formats.TryGetValue(index, out var format))
        {
            // Of the formats without a code, the reader knows fewer than we do.
            var code = reader.GetNumberFormatString(column);
            format = code is null or "General" ? NumberFormat.BuiltIn(index) : NumberFormat.Parse(code);
            formats.Add(index, format);
        }

        return format;
    }
}
