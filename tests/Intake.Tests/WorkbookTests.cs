using System.Text;
using Ita.Domain.Scoring;
using Ita.Intake.Headers;
using Ita.Intake.Workbooks;

namespace Ita.Intake.Tests;

[Collection(Measured.Name)]
public class WorkbookTests
{
    private const string Header =
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c>"
            + "<c r=\"C2\" t=\"s\"><v>2</v></c><c r=\"E2\" t=\"s\"><v>3</v></c></row>";

    private static readonly string[] Shared =
    [
        "<t>ปีงบประมาณ</t>", "<r><t>รหัส</t></r><r><t>หน่วยงาน</t></r><rPh><t>x</t></rPh>",
        "<t xml:space=\"preserve\"> ข้อ </t>", "<t>คะแนน</t>", "<t>A1</t>",
    ];

    /// <summary>One row, on line 5, of which the score cell in column E is given.</summary>
    private static TestWorkbook Score(string scoreCell, string code = "<c r=\"B5\" t=\"s\"><v>4</v></c>") => new(
        $"{Header}<row r=\"5\"><c r=\"A5\"><v>2566</v></c>{code}<c r=\"C5\" t=\"inlineStr\"><is><t>I1</t></is></c>{scoreCell}</row>", Shared);

    private static Task<IntakeOutcome> Read(TestWorkbook book, IntakeLimits? limits = null) =>
        Uploads.Read(book.Bytes(), limits ?? new() { BadRowShare = 1 });

    [Theory]
    [InlineData("<c r=\"E5\"><v>94.230000000000004</v></c>", "94.23")]
    [InlineData("<c r=\"E5\" s=\"1\"><v>0.94230000000000003</v></c>", "94.23")]
    [InlineData("<c r=\"E5\" s=\"1\"><v>1</v></c>", "100.00")]
    [InlineData("<c r=\"E5\" s=\"2\"><v>94.5</v></c>", "94.50")]
    [InlineData("<c r=\"E5\" s=\"2\"><v>94.234999999999999</v></c>", "94.24")]
    [InlineData("<c r=\"E5\"><v>9.4230000000000004E1</v></c>", "94.23")]
    [InlineData("<c r=\"E5\" s=\"2\"><v>94.234999999999985</v></c>", "94.24")]
    [InlineData("<c r=\"E5\"><f>A1*2</f><v>95</v></c>", "95")]
    [InlineData("<c r=\"E5\" t=\"str\"><v>94_x002E_5_x000D_</v></c>", "94.5")]
    [InlineData("<c r=\"E5\" t=\"inlineStr\"><is><t>94.5_x000D_</t></is></c>", "94.5")]
    [InlineData("<c r=\"E5\" t=\"str\"><f>T(1)</f><v>๙๔.๒๓</v></c>", "94.23")]
    [InlineData("<c r=\"E5\" t=\"inlineStr\"><is><r><t>94</t></r><r><t>.23 %</t></r></is></c>", "94.23")]
    public async Task A_score_is_read_as_its_cell_shows_it(string cell, string score)
    {
        var outcome = await Read(Score(cell));

        Assert.Empty(outcome.Problems);
        Assert.Equal((FileFormat.Xlsx, "คะแนน"), (outcome.Detection.Format, outcome.Detection.Sheet));
        Assert.Equal(score, FormattableString.Invariant($"{Assert.Single(outcome.Sheets).Scores[new ScoreKey("I1")].Score}"));
        Assert.Equal("line 5", outcome.Sheets.First().Scores[new ScoreKey("I1")].Source.ToString());
    }

    [Theory]
    [InlineData("<c r=\"E5\" t=\"e\"><f>B1</f><v>#N/A</v></c>", "cell-error", "#N/A")]
    [InlineData("<c r=\"E5\" t=\"b\"><v>1</v></c>", "score-not-a-number", "TRUE")]
    [InlineData("<c r=\"E5\" s=\"4\"><v>45000</v></c>", "score-not-a-number", "2023-03-15")]
    [InlineData("<c r=\"E5\" t=\"d\"><v>2023-03-15T00:00:00</v></c>", "score-not-a-number", "2023-03-15")]
    [InlineData("<c r=\"E5\"><f>A1*2</f></c>", "cell-error", "=")]
    [InlineData("<c r=\"E5\" t=\"str\"><f>T(1)</f></c>", "cell-error", "=")]
    public async Task A_cell_that_shows_no_score_is_named_by_the_line_of_the_sheet(string cell, string code, string value)
    {
        var problem = (await Read(Score(cell))).Error(code);

        Assert.Equal((5, "คะแนน", value), (problem.Line, problem.Column, problem.Value));
    }

    [Fact]
    public async Task An_error_in_a_column_that_is_not_read_does_no_harm() => Assert.Single((await Read(Score(
        "<c r=\"D5\" t=\"e\"><v>#REF!</v></c><c r=\"E5\"><v>9</v></c>"))).Sheets);

    [Fact]
    public async Task A_code_keeps_the_zeros_that_its_format_shows() => Assert.Equal(
        "00123", Assert.Single((await Read(Score("<c r=\"E5\"><v>9</v></c>", "<c r=\"B5\" s=\"3\"><v>123</v></c>"))).Sheets).AgencyCode);

    [Theory]
    [InlineData("0", "94.5", "95")]
    [InlineData("0.0#", "94.5", "94.5")]
    [InlineData("#,##0.00", "1234.5", "1234.50")]
    [InlineData("0.00_);(0.00)", "1", "1.00")]
    [InlineData("\"ปี\" 0", "2566", "ปี 2566")]
    [InlineData("0.00,", "94.5", "94.5")]
    [InlineData("# ?/?", "0.5", "0.5")]
    [InlineData("0.0?", "94.2349", "94.23")]
    [InlineData("_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "94.2349", "94.23")]
    [InlineData("@", "94.50", "94.5")]
    [InlineData("General", "1E+20", "100000000000000000000")]
    [InlineData("d/m/yyyy", "45000", "2023-03-15")]
    [InlineData("[$-41E]d mmmm yyyy", "45000.75", "2023-03-15")]
    [InlineData("0.00", "1E+300", "1E+300")]
    [InlineData("0.00", "x", "x")]
    public void A_number_shows_as_its_format_says(string code, string number, string shown) =>
        Assert.Equal(shown, NumberFormat.Parse(code).Show(number));

    [Theory]
    [InlineData(5, "94")]
    [InlineData(7, "94.23")]
    [InlineData(41, "94")]
    [InlineData(43, "94.23")]
    [InlineData(44, "94.23")]
    public void The_formats_of_money_and_thousands_need_no_code(int id, string shown) =>
        Assert.Equal(shown, NumberFormat.BuiltIn(id).Show("94.2349"));

    [Fact]
    public async Task A_formula_without_its_value_is_not_taken_for_a_blank_cell()
    {
        var outcome = await Read(Score("<c r=\"E5\"><f>A1*2</f></c>"));

        Assert.Equal((1, 0), (outcome.Counts.BadRows, outcome.Counts.BlankRows));
        Assert.Single((await Read(Score("<c r=\"D5\"><f>A1*2</f></c><c r=\"E5\"><v>9</v></c>"))).Sheets);
    }

    [Fact]
    public async Task A_chart_sheet_is_not_taken_as_the_first_sheet()
    {
        var book = Score("<c r=\"E5\"><v>9</v></c>");
        const string Sheet = "<sheet name=\"แผนภูมิ\" sheetId=\"3\" r:id=\"r7\"/>";
        const string Relation = "<Relationship Id=\"r7\" Type=\"x/chartsheet\" Target=\"chartsheets/sheet1.xml\"/>";
        var sheets = book.Part("xl/workbook.xml").Replace("<sheets>", $"<sheets>{Sheet}", StringComparison.Ordinal);
        var relations = book.Part("xl/_rels/workbook.xml.rels")
            .Replace("</Relationships>", $"{Relation}</Relationships>", StringComparison.Ordinal);
        book = book
            .With("xl/workbook.xml", sheets)
            .With("xl/_rels/workbook.xml.rels", relations)
            .With("xl/chartsheets/sheet1.xml", "<chartsheet/>");

        Assert.Equal("คะแนน", (await Read(book)).Detection.Sheet);
    }

    [Theory]
    [InlineData("xl/Styles.xml")]
    [InlineData("xl\\styles.xml")]
    public async Task A_part_is_found_whatever_its_case_and_slashes(string name)
    {
        var book = Score("<c r=\"E5\" s=\"1\"><v>0.9423</v></c>");
        book = book.With(name, book.Part("xl/styles.xml")).Without("xl/styles.xml");

        Assert.Equal(94.23m, Assert.Single((await Read(book)).Sheets).Scores[new ScoreKey("I1")].Score);
    }

    [Fact]
    public async Task The_same_rows_read_the_same_as_CSV_and_as_a_workbook()
    {
        const string csv = Uploads.Header + "2566,A1,I1,94.23\n2566,A1,E1,80\n2566,B2,O34,100\n2566,B2,TOTAL,91.5\n";

        var text = await Uploads.Read(csv);
        var book = await Read(TestWorkbook.Of(csv));

        Assert.Equal(
            text.Problems.Select(problem => (problem.Code, problem.Line, problem.Column, problem.Value)),
            book.Problems.Select(problem => (problem.Code, problem.Line, problem.Column, problem.Value)));
        Assert.Equal(text.Counts, book.Counts);
        Assert.Equal(text.Sheets.SelectMany(sheet => sheet.Scores), book.Sheets.SelectMany(sheet => sheet.Scores));
    }

    [Theory]
    [InlineData("measures-1900.xlsx")]
    [InlineData("measures-1904.xlsx")]
    public async Task A_date_is_the_same_day_in_either_calendar_of_Excel(string file)
    {
        var outcome = await Uploads.Read(await File.ReadAllBytesAsync(Repository.PathTo("tests", "SampleData", "Workbooks", file)));

        Assert.Equal("2023-03-15", Assert.Single(outcome.Measures).Measure.Period);
    }

    public static TheoryData<byte[], string> Unreadable => new()
    {
        { Score("").Without("xl/workbook.xml").Bytes(), "binary-file" },
        { Score("").Without("_rels/.rels").Bytes(), "binary-file" },
        { Score("").Without("xl/worksheets/sheet1.xml").Bytes(), "workbook-broken" },
        // Without its formats, percentages would be read as fractions.
        { Score("<c r=\"E5\"><v>9</v></c>").Without("xl/styles.xml").Bytes(), "workbook-broken" },
        { Score("").With("xl/workbook.xml", "<document><body/></document>").Bytes(), "binary-file" },
        { Encoding.UTF8.GetBytes("<html><table><tr><td>fiscal_year</td></tr></table></html>"), "binary-file" },
        { [.. Encoding.UTF8.Preamble, .. "\r\n <table>"u8], "binary-file" },
        { Score("").With("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>").Bytes(), "workbook-broken" },
        { Score("").With("xl/worksheets/sheet1.xml", "<!DOCTYPE x [<!ENTITY a \"aa\">]><worksheet>&a;</worksheet>").Bytes(), "workbook-broken" },
        { Score("").With("xl/worksheets/sheet1.xml", string.Concat(Enumerable.Repeat("<a>", 100_000))).Bytes(), "workbook-broken" },
        { new TestWorkbook("<row r=\"3\"/><row r=\"2\"/>").Bytes(), "workbook-broken" },
        { new TestWorkbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>").Bytes(), "workbook-broken" },
        { new TestWorkbook("<row r=\"1\"><c r=\"AAAA1\"><v>7</v></c></row>").Bytes(), "workbook-broken" },
        { new TestWorkbook("").Bytes(), "file-empty" },
        { Score("").Bytes()[..^40], "workbook-broken" },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("Workbook")], "workbook-broken" },
        {
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage")],
            "workbook-encrypted"
        },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("WordDocument")], "binary-file" },
    };

    [Theory, MemberData(nameof(Unreadable))]
    public async Task A_workbook_that_cannot_be_read_is_refused_with_its_solution(byte[] bytes, string code) =>
        Assert.Equal(code, (await Uploads.Read(bytes)).Only(code).Code);

    [Fact]
    public async Task A_workbook_that_unpacks_to_too_much_is_refused_by_its_directory()
    {
        var zeros = new string(' ', 12 << 20);

        Assert.Contains(
            ": 1",
            (await Read(Score("").With("xl/media/x", zeros), new() { ExpansionRatio = 20 })).Only("workbook-too-large").Text.En,
            StringComparison.Ordinal);
        Assert.Contains(
            "1,000",
            (await Read(Score(""), new() { ExpandedBytes = 1000 })).Only("workbook-too-large").Text.En,
            StringComparison.Ordinal);
        (await Read(Score(""), new() { WorkbookEntries = 3 })).Only("workbook-too-large");
        (await Read(Score(""), new() { WorkbookTextBytes = 40 })).Only("workbook-too-large");
    }

    [Fact]
    public async Task A_zip_bomb_with_false_sizes_is_refused()
    {
        var bytes = Score("").With("xl/worksheets/sheet1.xml", "<worksheet>" + new string(' ', 60 << 20) + "</worksheet>").Bytes();
        Understate(bytes);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Assert.Equal("workbook-broken", (await Read(new MemoryStream(bytes))).Refused?.Code);
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 32 << 20);
    }

    [Fact]
    public async Task A_directory_whose_sizes_overflow_is_refused()
    {
        var bytes = Score("").Bytes();

        Assert.Equal("workbook-too-large", (await Uploads.Read(Overstated(bytes, long.MaxValue - 7))).Refused?.Code);
        Assert.Equal("workbook-broken", (await Uploads.Read(Overstated(bytes, -8))).Refused?.Code);
    }

    public static TheoryData<string, string> Bombs => new()
    {
        { "a name", $"<{new string('a', 20 << 20)}/>" },
        { "an attribute", $"<row r=\"{new string('1', 20 << 20)}\"/>" },
        { "a section", $"<row><c><v><![CDATA[{new string('1', 20 << 20)}]]></v></c></row>" },
        { "runs of text", $"<row><c t=\"inlineStr\"><is>{string.Concat(Enumerable.Repeat("<r><t>x</t></r>", 100_000))}</is></c></row>" },
        { "many names", string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<a{number}/>")) },
    };

    [Theory, MemberData(nameof(Bombs))]
    public async Task A_sheet_with_one_huge_part_is_refused_before_it_fills_the_memory(string what, string xml)
    {
        var bytes = new TestWorkbook(xml).Bytes();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Assert.Equal(
            what == "many names" ? "workbook-broken" : "workbook-too-large",
            (await Uploads.Read(bytes, new() { ExpansionRatio = int.MaxValue })).Refused?.Code);
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 48 << 20, what);
    }

    private static Task<IntakeOutcome> Read(Stream stream) => Uploads.Read(stream);

    /// <summary>Writes into each entry of the directory that it unpacks to 100 bytes.</summary>
    private static void Understate(byte[] zip)
    {
        for (var at = zip.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0;)
        {
            BitConverter.TryWriteBytes(zip.AsSpan(at + 24), 100);
            var next = zip.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }
    }

    /// <summary>A copy in whose directory each entry says, in the long form, that it unpacks to so many bytes.</summary>
    private static byte[] Overstated(byte[] zip, long size)
    {
        var start = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var directory = new List<byte>();
        for (var at = start; at < end;)
        {
            var (name, extra, comment) =
                (BitConverter.ToUInt16(zip, at + 28), BitConverter.ToUInt16(zip, at + 30), BitConverter.ToUInt16(zip, at + 32));
            byte[] sized = [1, 0, 8, 0, .. BitConverter.GetBytes(size)];
            directory.AddRange([
                .. zip[at..(at + 24)], 0xFF, 0xFF, 0xFF, 0xFF, .. zip[(at + 28)..(at + 30)], (byte)sized.Length, 0, 0, 0,
                .. zip[(at + 34)..(at + 46 + name)], .. sized]);
            at += 46 + name + extra + comment;
        }

        return [.. zip[..start], .. directory, .. zip[end..(end + 12)], .. BitConverter.GetBytes(directory.Count), .. zip[(end + 16)..]];
    }
}
