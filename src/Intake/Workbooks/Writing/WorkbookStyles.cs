using SpreadCheetah;
using SpreadCheetah.Styling;
using WrittenFormat = SpreadCheetah.Styling.NumberFormat;

namespace Ita.Intake.Workbooks.Writing;

/// <summary>The styles of a workbook that is written.</summary>
internal sealed class WorkbookStyles(Spreadsheet workbook)
{
    /// <summary>Spreadsheet programs keep 15 digits of a number.</summary>
    private const int MostDigits = 15;

    private static readonly WrittenFormat TextFormat = WrittenFormat.Standard(StandardNumberFormat.Text);

    private readonly Dictionary<int, StyleId> byDecimals = [];

    /// <summary>Of a column of texts, for cells that are not written.</summary>
    public static Style TextColumn { get; } = new()
    {
        // Indented, so that it is apart from a number in the column before it.
        Alignment = { Horizontal = HorizontalAlignment.Left, Indent = 1, WrapText = true, Vertical = VerticalAlignment.Top },
        Format = TextFormat,
    };

    /// <summary>Of a column of numbers: a cell shows as many decimals as are typed.</summary>
    public static Style NumberColumn { get; } = new() { Alignment = { Vertical = VerticalAlignment.Top } };

    public StyleId Header { get; } = workbook.AddStyle(new Style
    {
        Alignment = { Horizontal = HorizontalAlignment.Left, Indent = 1, WrapText = true, Vertical = VerticalAlignment.Center },
        Border = { Bottom = { BorderStyle = BorderStyle.Thin } },
        Fill = { Color = System.Drawing.Color.FromArgb(0xE8, 0xEE, 0xF4) },
        Font = { Bold = true },
        Format = TextFormat,
    });

    public StyleId Text { get; } = workbook.AddStyle(TextColumn);

    public StyleId Number { get; } = workbook.AddStyle(NumberColumn);

    public Cell Empty(bool isNumber) => new((string?)null, isNumber ? Number : Text);

    public Cell CellOf(string text) => new(WrittenText.Escape(text), Text);

    /// <summary>
    /// A number that is shown, and read again, with all its decimals: 94.80 has a format of its own, because it would be shown as 94.8. One with
    /// more digits than a program keeps is a text.
    /// </summary>
    public Cell CellOf(decimal number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        if (digits.Count(char.IsAsciiDigit) > MostDigits)
        {
            return CellOf(digits);
        }

        return new(number, number.Scale > 0 && digits.EndsWith('0') ? WithDecimals(number.Scale) : Number);
    }

    private StyleId WithDecimals(int decimals)
    {
        if (!byDecimals.TryGetValue(decimals, out var style))
        {
            style = workbook.AddStyle(NumberColumn with { Format = WrittenFormat.Custom("0." + new string('0', decimals)) });
            byDecimals.Add(decimals, style);
        }

        return style;
    }
}
