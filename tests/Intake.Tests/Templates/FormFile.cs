using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Ita.Domain.Frameworks;
using Ita.Intake.Templates;

namespace Ita.Intake.Tests.Templates;

/// <summary>A form as workbook, opened and filled in by the Open XML SDK as a program of an agency would.</summary>
internal sealed class FormFile : IDisposable
{
    private readonly MemoryStream stream = new();
    private readonly SpreadsheetDocument document;

    public FormFile(byte[] bytes)
    {
        stream.Write(bytes);
        document = SpreadsheetDocument.Open(stream, isEditable: true);
    }

    public IEnumerable<string> SheetNames => Sheets.Select(sheet => sheet.Name!.Value!);

    public IEnumerable<string> VisibleSheets => Sheets.Where(sheet => sheet.State is null).Select(sheet => sheet.Name!.Value!);

    /// <summary>What the SDK finds wrong with the file.</summary>
    public IEnumerable<string> Faults => new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document)
        .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}");

    private IEnumerable<Sheet> Sheets => document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>();

    public static async Task<byte[]> WriteAsync(FileKind kind, int year, params KnownOfAgency[] agencies) =>
        await WriteAsync(TemplateWriter.Create(kind, FrameworkCatalogue.BuiltIn.Find(year)!, agencies));

    public static async Task<byte[]> WriteAsync(Template template)
    {
        using var file = new MemoryStream();
        await template.WriteWorkbookAsync(file, CancellationToken.None);
        return file.ToArray();
    }

    public Worksheet Sheet(string name) =>
        ((WorksheetPart)document.WorkbookPart!.GetPartById(Sheets.Single(sheet => sheet.Name == name).Id!)).Worksheet;

    /// <summary>The column of a title, for example F.</summary>
    public string Column(string sheet, string title) =>
        Letters(Rows(sheet)[0].Elements<Cell>().Single(cell => TextOf(cell) == title).CellReference!);

    public string At(string sheet, string title, int row) => TextOf(CellAt(sheet, Column(sheet, title), row));

    /// <summary>The code of the number format of a cell, or 0 for General and 49 for text.</summary>
    public uint FormatAt(string sheet, string title, int row) => FormatOf(CellAt(sheet, Column(sheet, title), row).StyleIndex?.Value);

    /// <summary>The number format of cells that are typed below the last row.</summary>
    public uint FormatOfColumn(string sheet, string title)
    {
        var number = Rows(sheet)[0].Elements<Cell>().TakeWhile(cell => TextOf(cell) != title).Count() + 1;
        return FormatOf(Sheet(sheet).GetFirstChild<Columns>()!.Elements<DocumentFormat.OpenXml.Spreadsheet.Column>()
            .Single(column => column.Min! <= (uint)number && number <= column.Max!).Style?.Value);
    }

    /// <summary>The values that a column offers; empty when anything may be typed.</summary>
    public string[] Choices(string sheet, string title)
    {
        var letters = Column(sheet, title);
        if (Sheet(sheet).Descendants<DataValidation>()
            .SingleOrDefault(rule => rule.SequenceOfReferences!.InnerText!.StartsWith($"{letters}2:", StringComparison.Ordinal))
            is not { } rule)
        {
            return [];
        }

        var place = rule.Formula1!.Text.Split('!');
        var (letter, last) = place[1].Split('$') is [_, var first, _, _, var end] ? (first, int.Parse(end, CultureInfo.InvariantCulture)) : ("", 0);
        return [.. Enumerable.Range(1, last).Select(row => TextOf(CellAt(place[0].Trim('\''), letter, row)))];
    }

    /// <summary>Types a text or number into a cell, which keeps its style.</summary>
    public FormFile Type(string sheet, string title, int row, string value)
    {
        var cell = CellAt(sheet, Column(sheet, title), row);
        cell.RemoveAllChildren();
        if (decimal.TryParse(value, CultureInfo.InvariantCulture, out _) && FormatOf(cell.StyleIndex?.Value) != 49)
        {
            cell.DataType = CellValues.Number;
            cell.CellValue = new(value);
        }
        else
        {
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new(new Text(value));
        }

        return this;
    }

    /// <summary>Puts a number with a built-in number format into a cell, as pasting from another file does.</summary>
    public FormFile Hold(string sheet, string title, int row, string number, uint format)
    {
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!;
        formats.Append(new CellFormat { NumberFormatId = format, ApplyNumberFormat = true });
        var cell = CellAt(sheet, Column(sheet, title), row);
        cell.RemoveAllChildren();
        (cell.DataType, cell.CellValue, cell.StyleIndex) = (CellValues.Number, new(number), (uint)formats.ChildElements.Count - 1);
        return this;
    }

    public int RowCount(string sheet) => Rows(sheet).Count;

    public byte[] Bytes()
    {
        document.Save();
        return stream.ToArray();
    }

    public void Dispose()
    {
        document.Dispose();
        stream.Dispose();
    }

    /// <summary>As Excel reads it: _x0041_ is the letter A.</summary>
    public static string TextOf(Cell cell) => Regex.Replace(
        cell.InnerText, "_x([0-9A-F]{4})_", match => ((char)Convert.ToUInt16(match.Groups[1].Value, 16)).ToString());

    private List<Row> Rows(string sheet) => [.. Sheet(sheet).Descendants<Row>()];

    private Cell CellAt(string sheet, string letters, int row) =>
        Sheet(sheet).Descendants<Cell>().Single(cell => cell.CellReference == FormattableString.Invariant($"{letters}{row}"));

    private uint FormatOf(uint? style) =>
        ((CellFormat)document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)(style ?? 0))).NumberFormatId ?? 0;

    private static string Letters(string? reference) => reference!.TrimEnd("0123456789".ToCharArray());
}
