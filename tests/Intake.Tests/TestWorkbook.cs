using System.IO.Compression;
using System.Security;
using System.Text;

namespace Ita.Intake.Tests;

/// <summary>A small XLSX file with handwritten parts, so that tests control their exact content.</summary>
internal sealed class TestWorkbook
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Relations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";

    private int sheets = 10;

    private readonly Dictionary<string, string> parts = new()
    {
        ["_rels/.rels"] =
            $"{Head}<Relationships {Relations}><Relationship Id=\"a\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ["xl/workbook.xml"] = $"{Head}<workbook {Main} xmlns:r=\"{Office}\"><sheets>"
            + "<sheet name=\"ลับ\" sheetId=\"1\" state=\"hidden\" r:id=\"r9\"/><sheet name=\"คะแนน\" sheetId=\"2\" r:id=\"r1\"/>"
            + "</sheets></workbook>",
        ["xl/_rels/workbook.xml.rels"] = $"{Head}<Relationships {Relations}>"
            + $"<Relationship Id=\"r1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + $"<Relationship Id=\"r2\" Type=\"{Office}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
            + $"<Relationship Id=\"r3\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>"
            + $"<Relationship Id=\"r4\" Type=\"{Office}/externalLink\" Target=\"https://example.org/x.xlsx\" TargetMode=\"External\"/>"
            + "</Relationships>",
        // Styles 0 to 5: General, 0.00 %, 0.00, five digits, a date, text.
        ["xl/styles.xml"] = $"{Head}<styleSheet {Main}><numFmts><numFmt numFmtId=\"164\" formatCode=\"00000\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"0.00&quot; คะแนน&quot;;[Red]-0.00\"/></numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/>"
            + "<xf numFmtId=\"165\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"49\"/></cellXfs></styleSheet>",
    };

    public TestWorkbook(string rows, params string[] shared)
    {
        parts["xl/worksheets/sheet1.xml"] = $"{Head}<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>";
        parts["xl/sharedStrings.xml"] = $"{Head}<sst {Main}>{string.Concat(shared.Select(text => $"<si>{text}</si>"))}</sst>";
    }

    /// <summary>The same rows that a CSV text has, each cell as inline text, or as a number where it is one and the row is not the header.</summary>
    public static TestWorkbook Of(string csv) => new(RowsOf(csv));

    private static string RowsOf(string csv) =>
        string.Concat(csv.TrimEnd('\n').Split('\n').Select(line => $"<row>{string.Concat(line.Split(',').Select(Cell))}</row>"));

    /// <summary>The workbook with one more sheet behind the others.</summary>
    /// <param name="state">visible, hidden or veryHidden.</param>
    public TestWorkbook AndSheet(string name, string csv, string state = "visible")
    {
        var number = ++sheets;
        parts[$"xl/worksheets/sheet{number}.xml"] = $"{Head}<worksheet {Main}><sheetData>{RowsOf(csv)}</sheetData></worksheet>";
        Replace("xl/workbook.xml", "</sheets>", $"<sheet name=\"{name}\" sheetId=\"{number}\" state=\"{state}\" r:id=\"s{number}\"/></sheets>");
        Replace("xl/_rels/workbook.xml.rels", "</Relationships>",
            $"<Relationship Id=\"s{number}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/></Relationships>");
        return this;
    }

    private void Replace(string part, string old, string text) => parts[part] = parts[part].Replace(old, text, StringComparison.Ordinal);

    public IReadOnlyCollection<string> Names => parts.Keys;

    public string Part(string name) => parts[name];

    public TestWorkbook With(string part, string text)
    {
        parts[part] = text;
        return this;
    }

    public TestWorkbook Without(string part)
    {
        parts.Remove(part);
        return this;
    }

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    private static string Cell(string text) => decimal.TryParse(text, out _) && text.Length < 8
        ? $"<c><v>{text}</v></c>"
        : $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";
}
