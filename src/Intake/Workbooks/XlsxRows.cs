namespace Ita.Intake.Workbooks;

/// <summary>The rows of one sheet of an XLSX file.</summary>
internal sealed class XlsxRows(PartReader sheet, SharedTexts texts, CellFormats formats, IntakeLimits limits) : WorkbookRows(limits)
{
    /// <summary>Rows of a sheet in any spreadsheet program.</summary>
    private const int MostRows = 1_048_576;

    /// <summary>What a formula without its value is shown as.</summary>
    private const string UncalculatedFormula = "=";

    public override void Dispose() => sheet.Dispose();

    protected override bool ReadRow()
    {
        if (!sheet.ReadTo("row"))
        {
            return false;
        }

        Line = Next(sheet.Attribute("r"), Line, MostRows);
        if (!sheet.IsEmpty)
        {
            ReadCells();
        }

        return true;
    }

    private void ReadCells()
    {
        var column = 0;
        while (sheet.Read() && !sheet.IsEndOf("row"))
        {
            if (sheet.IsStart && sheet.Name == "c")
            {
                column = Next(ColumnOf(sheet.Attribute("r")), column, SheetRow.MostColumns);
                ReadCell(column - 1);
            }
        }
    }

    private void ReadCell(int column)
    {
        var type = sheet.Attribute("t");
        var style = sheet.Attribute("s");
        if (sheet.IsEmpty)
        {
            return;
        }

        var isPending = false;
        while (sheet.Read() && !sheet.IsEndOf("c"))
        {
            if (sheet.IsStart && sheet.Name == "f")
            {
                isPending = true;
            }
            else if (sheet.IsStart && sheet.Name == "v")
            {
                isPending = false;
                Take(column, type, style, sheet.ReadText());
            }
            else if (sheet.IsStart && sheet.Name == "is")
            {
                Row.Set(column, formats.At(style).ShowText(RichText.Read(sheet, "is")));
            }
        }

        if (isPending)
        {
            // The program that wrote the formula never calculated it. As a blank cell it would be skipped without a problem.
            Row.Set(column, UncalculatedFormula, CellFlawKind.Error, UncalculatedFormula);
        }
    }

    private void Take(int column, string? type, string? style, string value)
    {
        var format = formats.At(style);
        switch (type)
        {
            case "s" when format.OfText is null:
                Row.Set(column, texts.At(value));
                break;
            case "s":
                Row.Set(column, format.ShowText(Encoding.UTF8.GetString(texts.At(value))));
                break;
            case null or "n":
                TakeNumber(column, format.ShowNumber(value));
                break;
            case "b":
                Row.Set(column, value == "1" ? "TRUE" : "FALSE");
                break;
            case "d":
                Row.Set(column, value.Split('T')[0]);
                break;
            case "e":
                Row.Set(column, RichText.Unescaped(value), CellFlawKind.Error, value);
                break;
            default:
                Row.Set(column, format.ShowText(RichText.Unescaped(value)));
                break;
        }
    }

    /// <summary>The number written, or the one after the last; they must rise.</summary>
    private static int Next(string? written, int last, int most)
    {
        var number = last + 1;
        if (written is not null && !int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            throw WorkbookException.Broken();
        }

        return number > last && number <= most ? number : throw WorkbookException.Broken();
    }

    /// <summary>The number of the column, from 1, in a cell's place such as AB12.</summary>
    private static string? ColumnOf(string? place)
    {
        if (place is null)
        {
            return null;
        }

        var number = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            number = (number * 26) + (letter - 'A' + 1);
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }
}
