using DocumentFormat.OpenXml.Spreadsheet;
using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Naming;
using Ita.Domain.Scoring;
using Ita.Intake.Templates;

namespace Ita.Intake.Tests.Templates;

/// <summary>The form as workbook: the same rows as the CSV form, in cells that keep what is typed.</summary>
public class WorkbookFormTests
{
    private const string Code = "05150101";

    private const uint TextFormat = 49;

    public static TheoryData<FileKind, int> KindsAndYears
    {
        get
        {
            var data = new TheoryData<FileKind, int>();
            foreach (var framework in FrameworkCatalogue.BuiltIn.All)
            {
                foreach (var kind in Enum.GetValues<FileKind>().Where(kind => kind != FileKind.Responses || TemplateWriter.Surveys(framework).Any()))
                {
                    data.Add(kind, framework.Year.BuddhistEra);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(KindsAndYears))]
    public async Task A_workbook_is_read_like_the_CSV_form(FileKind kind, int year)
    {
        foreach (var known in Known(year))
        {
            var template = TemplateWriter.Create(kind, FrameworkCatalogue.BuiltIn.Find(year)!, [known]);

            var read = await Uploads.Read(await FormFile.WriteAsync(template));

            Assert.Empty(read.Problems);
            Assert.Equal(ReadForm.Of(await Uploads.Read(template.ToCsv())), ReadForm.Of(read));
        }
    }

    [Theory, MemberData(nameof(KindsAndYears))]
    public async Task A_workbook_is_valid_and_has_a_header_that_stays_in_view(FileKind kind, int year)
    {
        using var form = new FormFile(await FormFile.WriteAsync(kind, year, Known(year)[1]));

        Assert.Empty(form.Faults);
        var tables = form.VisibleSheets.SkipLast(1).ToList();
        Assert.NotEmpty(tables);
        Assert.All(tables, sheet => Assert.Equal("A2", form.Sheet(sheet).Descendants<Pane>().Single().TopLeftCell!.Value));
        Assert.Equal(["คำแนะนำ"], form.VisibleSheets.TakeLast(1));
    }

    [Fact]
    public async Task Scores_have_a_sheet_for_each_instrument()
    {
        using var unfilled = new FormFile(await FormFile.WriteAsync(FileKind.Scores, 2567, new KnownOfAgency(Code)));
        using var filled = new FormFile(await FormFile.WriteAsync(FileKind.Scores, 2567, Known(2567)[1]));

        Assert.Equal(["IIT", "EIT", "OIT", "คำแนะนำ"], unfilled.VisibleSheets);
        Assert.Equal(["IIT", "EIT", "OIT", "ผลที่ประกาศ", "คำแนะนำ"], filled.VisibleSheets);
    }

    [Theory]
    [InlineData(FileKind.Scores, "IIT", "รหัสหน่วยงาน", "หน่วยงาน", "ข้อ", "รายการ")]
    [InlineData(FileKind.Checklist, "ผลตรวจ OIT", "รหัสหน่วยงาน", "ข้อ", "ลิงก์", "ข้อเสนอแนะ")]
    [InlineData(FileKind.Responses, "คำตอบแบบวัด", "รหัสหน่วยงาน", "แบบวัด", "I1", "I15")]
    [InlineData(FileKind.Measures, "มาตรการ", "รหัสหน่วยงาน", "ข้อ", "ขั้นตอน", "ระยะเวลา")]
    [InlineData(FileKind.Agencies, "ทะเบียนหน่วยงาน", "รหัสหน่วยงาน", "จังหวัด", "อำเภอ", "ลงทะเบียน")]
    public async Task Codes_and_texts_are_text_cells_also_below_the_last_row(FileKind kind, string sheet, params string[] titles)
    {
        using var form = new FormFile(await FormFile.WriteAsync(kind, 2567, new KnownOfAgency(Code)));

        Assert.Equal(Code, form.At(sheet, "รหัสหน่วยงาน", 2));
        Assert.All(titles, title => Assert.Equal(TextFormat, form.FormatOfColumn(sheet, title)));
        Assert.All(titles.Take(1), title => Assert.Equal(TextFormat, form.FormatAt(sheet, title, 2)));
    }

    [Fact]
    public async Task Columns_offer_what_can_be_chosen()
    {
        using var scores = new FormFile(await FormFile.WriteAsync(FileKind.Scores, 2567, new KnownOfAgency(Code)));
        using var checklist = new FormFile(await FormFile.WriteAsync(FileKind.Checklist, 2567, new KnownOfAgency(Code)));
        using var responses = new FormFile(await FormFile.WriteAsync(FileKind.Responses, 2567, new KnownOfAgency(Code)));
        using var measures = new FormFile(await FormFile.WriteAsync(FileKind.Measures, 2567, new KnownOfAgency(Code)));
        using var totals = new FormFile(await FormFile.WriteAsync(FileKind.Totals, 2567, new KnownOfAgency(Code)));
        using var agencies = new FormFile(await FormFile.WriteAsync(FileKind.Agencies, 2567, new KnownOfAgency(Code)));

        Assert.Equal(OfficialNames.Provinces.Names, scores.Choices("OIT", "จังหวัด"));
        Assert.Equal(OfficialNames.AgencyTypes.Names, scores.Choices("IIT", "ประเภทหน่วยงาน"));
        Assert.Subset(scores.Choices("EIT", "ข้อ").ToHashSet(), new HashSet<string> { "I1", "E1", "O1", "IND1", "IIT", "TOTAL", "RATING" });
        Assert.Equal(["0", "100"], checklist.Choices("ผลตรวจ OIT", "คะแนน"));
        Assert.Equal(["IIT"], responses.Choices("คำตอบแบบวัด", "แบบวัด"));
        Assert.Contains("เป็นไปตามที่กำหนดน้อย", responses.Choices("คำตอบแบบวัด", "I1"));
        Assert.Equal("ยังไม่ดำเนินการ", measures.Choices("มาตรการ", "สถานะ")[0]);
        Assert.Contains("ผ่านดีเยี่ยม", totals.Choices("คะแนนรวม", "ระดับผลการประเมิน"));
        Assert.Equal(["ใช่", "ไม่ใช่"], agencies.Choices("ทะเบียนหน่วยงาน", "ลงทะเบียน"));
    }

    [Fact]
    public async Task Every_choice_that_a_form_offers_is_read_without_a_problem()
    {
        foreach (var survey in TemplateWriter.Surveys(FrameworkCatalogue.BuiltIn.Find(2567)!))
        {
            using var form = new FormFile(await FormFile.WriteAsync(
                TemplateWriter.Create(FileKind.Responses, FrameworkCatalogue.BuiltIn.Find(2567)!, [new(Code)], survey)));
            var questions = form.Sheet("คำตอบแบบวัด").Descendants<Row>().First().Elements<Cell>().Skip(7).Select(FormFile.TextOf).ToList();
            foreach (var place in Enumerable.Range(0, questions.Max(question => form.Choices("คำตอบแบบวัด", question).Length)))
            {
                questions.ForEach(question => form.Type(
                    "คำตอบแบบวัด", question, 2, form.Choices("คำตอบแบบวัด", question).ElementAtOrDefault(place) ?? ""));

                Assert.Empty((await Uploads.Read(form.Bytes())).Problems);
            }
        }
    }

    [Fact]
    public async Task A_form_that_was_filled_in_is_read_with_what_was_typed()
    {
        using var form = new FormFile(await FormFile.WriteAsync(FileKind.Scores, 2567, new KnownOfAgency(Code)));
        form.Type("IIT", "คะแนน", 2, "94.81").Type("EIT", "คะแนน", 2, "89.5").Type("OIT", "คะแนน", 2, "100");

        var read = await Uploads.Read(form.Bytes());

        Assert.Empty(read.Problems);
        Assert.Equal([(Code, 3)], read.Sheets.Select(sheet => (sheet.AgencyCode, sheet.Scores.Count)));
        Assert.Equal(94.81m, read.Sheets.Single().Scores[new ScoreKey("I1")].Score);
    }

    [Theory]
    [InlineData("94.80")]
    [InlineData("94.810")]
    [InlineData("66.666666666666666666666666667")]
    [InlineData("0.10")]
    [InlineData("100")]
    [InlineData("12.345678901234")]
    [InlineData("12.3456789012345")]
    [InlineData("12.34567890123456")]
    public async Task A_number_keeps_all_its_decimals(string written)
    {
        var number = decimal.Parse(written, CultureInfo.InvariantCulture);
        var sheet = ScoreSheet.Empty(FiscalYear.FromBuddhistEra(2567), Code) with
        {
            Scores = ImmutableSortedDictionary<ScoreKey, GivenScore>.Empty.Add(new("I1"), new(number, 3)),
        };

        var read = await Uploads.Read(await FormFile.WriteAsync(FileKind.Scores, 2567, new KnownOfAgency(Code, sheet)));

        Assert.Equal(written, Assert.Single(Assert.Single(read.Sheets).Scores).Value.Score.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+66")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("1-2")]
    [InlineData("1E5")]
    [InlineData(" ก ")]
    [InlineData("_x0041_")]
    [InlineData("ก_x000A_ข")]
    [InlineData("_x005F_")]
    [InlineData("<ก> & \"ข\"")]
    [InlineData("ก\nข")]
    public async Task A_text_stays_that_text(string name)
    {
        var agency = new Agency(FiscalYear.FromBuddhistEra(2567), Code, name);
        var bytes = await FormFile.WriteAsync(FileKind.Agencies, 2567, new KnownOfAgency(Code, Agency: agency));
        using var form = new FormFile(bytes);

        Assert.Empty(form.Sheet("ทะเบียนหน่วยงาน").Descendants<CellFormula>());
        Assert.Equal((name, TextFormat), (form.At("ทะเบียนหน่วยงาน", "หน่วยงาน", 2), form.FormatAt("ทะเบียนหน่วยงาน", "หน่วยงาน", 2)));
        Assert.Equal(name.Trim(), Assert.Single((await Uploads.Read(bytes)).Agencies).Name);
    }

    // By number, because an attribute cannot have half of a surrogate pair.
    [Theory]
    [InlineData(0x0001)]
    [InlineData(0x000B)]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    [InlineData(0xFFFE)]
    public async Task A_character_that_XML_cannot_have_is_left_out_and_the_file_can_be_opened(int character)
    {
        var agency = new Agency(FiscalYear.FromBuddhistEra(2567), Code, $"ก{(char)character}ข\U0001F600");

        using var form = new FormFile(await FormFile.WriteAsync(FileKind.Agencies, 2567, new KnownOfAgency(Code, Agency: agency)));

        Assert.Equal("กข\U0001F600", form.At("ทะเบียนหน่วยงาน", "หน่วยงาน", 2));
    }

    [Fact]
    public async Task A_form_of_several_agencies_has_the_rows_of_each_with_its_name_type_and_province()
    {
        var agencies = Enumerable.Range(1, 3)
            .Select(number => new Agency(FiscalYear.FromBuddhistEra(2567), $"0{number}", $"หน่วยงาน {number}", "เทศบาลตำบล", "อ่างทอง"))
            .Select(agency => new KnownOfAgency(agency.Code, Agency: agency)).ToArray();
        using var form = new FormFile(await FormFile.WriteAsync(FileKind.Scores, 2567, agencies));

        Assert.Equal(1 + (3 * 15), form.RowCount("IIT"));
        var read = await Uploads.Read(form.Type("IIT", "คะแนน", 2, "90").Type("IIT", "คะแนน", 17, "91").Type("OIT", "คะแนน", 2, "100").Bytes());
        Assert.Empty(read.Problems);
        Assert.Equal(agencies.Take(2).Select(agency => agency.Agency), read.Agencies);
        Assert.Equal([("01", 2), ("02", 1)], read.Sheets.Select(sheet => (sheet.AgencyCode, sheet.Scores.Count)));
    }

    [Fact]
    public async Task A_type_that_is_not_official_is_left_to_the_registry_form()
    {
        var agency = new Agency(FiscalYear.FromBuddhistEra(2567), Code, "หน่วยงาน", "หน่วยงานประเภทอื่นมาก", "ไม่มีจังหวัดนี้");

        Assert.Empty((await Uploads.Read(await FormFile.WriteAsync(FileKind.Scores, 2567, new KnownOfAgency(Code, Agency: agency)))).Problems);
    }

    private static KnownOfAgency[] Known(int year)
    {
        var known = new KnownOfYear(FrameworkCatalogue.BuiltIn.Find(year)!, Code);
        return [new(Code), new(Code, known.Sheet, known.Agency, known.Measures)];
    }
}
