namespace Ita.Intake.Workbooks;

/// <summary>The rows of a workbook's first sheet, each cell as the spreadsheet program shows it.</summary>
internal sealed class WorkbookRows(PartReader sheet, SharedTexts texts, CellFormats formats, IntakeLimits limits) : TableRows, IDisposable
{
    /// <summary>Rows of a sheet in any spreadsheet program.</summary>
    private const int MostRows = 1_048_576;

    /// <summary>What a formula without its value is shown as.</summary>
    private const string UncalculatedFormula = "=";

    private readonly SheetRow row = new();

    public override int CellCount => row.CellCount;

    public override ReadOnlySpan<byte> Cell(int column) => row.Cell(column);

    public override IReadOnlyList<CellFlaw> Flaws => row.Flaws;

    public override ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return ValueTask.FromResult(sheet.ReadTo("row") && ReadRow());
        }
        catch (Exception exception) when (WorkbookException.IsOfTheFile(exception))
        {
            return ValueTask.FromResult(EndedBy(WorkbookException.ToFault(exception)));
        }
    }

    public void Dispose() => sheet.Dispose();

    private bool ReadRow()
    {
        row.Clear();
        Line = Next(sheet.Attribute("r"), Line, MostRows);
        if (!sheet.IsEmpty)
        {
            ReadCells();
        }

        return Look();
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
                row.Set(column, formats.At(style).ShowText(RichText.Read(sheet, "is")));
            }
        }

        if (isPending)
        {
            // The program that wrote the formula never calculated it. As a blank cell it would be skipped without a problem.
            row.Set(column, UncalculatedFormula, CellFlawKind.Error, UncalculatedFormula);
        }
    }

    private void Take(int column, string? type, string? style, string value)
    {
        var format = formats.At(style);
        switch (type)
        {
            case "s" when format.OfText is null:
                row.Set(column, texts.At(value));
                break;
            case "s":
                row.Set(column, format.ShowText(Encoding.UTF8.GetString(texts.At(value))));
                break;
            case null or "n":
                TakeNumber(column, format, value);
                break;
            case "b":
                row.Set(column, value == "1" ? "TRUE" : "FALSE");
                break;
            case "d":
                row.Set(column, value.Split('T')[0]);
                break;
            case "e":
                row.Set(column, RichText.Unescaped(value), CellFlawKind.Error, value);
                break;
            default:
                row.Set(column, format.ShowText(RichText.Unescaped(value)));
                break;
        }
    }

    private void TakeNumber(int column, NumberFormat format, string value)
    {
        var shown = format.ShowNumber(value);
        if (shown.Flaw is { } flaw)
        {
            row.Set(column, shown.Text, flaw, shown.Held);
        }
        else
        {
            row.Set(column, shown.Text);
        }
    }

    private bool Look()
    {
        if (row.Length > limits.RowBytes)
        {
            return EndedBy(TooLong(ProblemCatalogue.LineTooLong, limits.RowBytes));
        }

        for (var column = 0; column < CellCount; column++)
        {
            if (Cell(column).Length > limits.CellBytes)
            {
                return EndedBy(TooLong(ProblemCatalogue.CellTooLong, limits.CellBytes));
            }

            if (Cell(column).IndexOf("\uFFFD"u8) >= 0)
            {
                return EndedBy(new(ProblemCatalogue.BrokenCharacters));
            }
        }

        return true;
    }

    private bool EndedBy(Fault fault)
    {
        Ended = fault;
        return false;
    }

    private static Fault TooLong(ProblemKind kind, int limit) =>
        new Fault(kind).With("limit", limit.ToString("#,0", CultureInfo.InvariantCulture));

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
