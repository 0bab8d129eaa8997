using System.Text;
using Ita.Domain.Remarks;

namespace Ita.Intake.Tests;

public class RemarkTests
{
    private const string Telephone = "081-234-5678";

    [Fact]
    public async Task Rows_are_the_remarks_about_an_agency_and_year_by_instrument()
    {
        var outcome = await Read(
            "2566,A1,,O1,,ไม่พบโครงสร้าง", "2566,A1,OIT,O๓๔,2,\"หลักฐาน\nไม่ครบ\"", "2566,A1,IIT,,1,ก", "2566,A1,iit,IND1,,ข", "2566,A1,,I1,,ค",
            "2566,A1,แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน,i2,,ง", "2566,A1,,ตัวชี้วัดที่ 2,๒,จ", "2567,A1,,O1,,ปีอื่น");

        Assert.Empty(outcome.Problems);
        Assert.Equal(FileKind.Remarks, outcome.Kind);
        var sent = Sent(outcome);
        Assert.Equal([("A1", 2566), ("A1", 2567)], sent.Select(one => (one.AgencyCode, one.Year.BuddhistEra)));
        Assert.Equal(["IIT 5", "OIT 2"], sent[0].Sets.Select(set => $"{set.Instrument} {set.Count}"));
        Assert.Equal(
            [new("IIT", "ก", null, 1), new("IIT", "ข", "IND1"), new("IIT", "จ", "IND2", 2), new("IIT", "ค", "I1"), new("IIT", "ง", "I2")],
            sent[0].Sets[0].Shown.AsEnumerable());
        Assert.Equal([new("OIT", "ไม่พบโครงสร้าง", "O1"), new("OIT", "หลักฐาน ไม่ครบ", "O34", 2)], sent[0].Sets[1].Shown.AsEnumerable());
    }

    [Theory]
    [InlineData("ปีงบประมาณ,รหัสหน่วยงาน,ข้อ,ข้อคิดเห็น")]
    [InlineData("ปีงบประมาณ,รหัสหน่วยงาน,ข้อ,ความคิดเห็น/ข้อเสนอแนะ")]
    [InlineData("text,item,agency_code,fiscal_year")]
    [InlineData("Remarks;Item;Agency Code;Fiscal Year")]
    public async Task The_header_may_be_Thai_or_English_in_any_order(string header)
    {
        var separator = header.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        string[] cells = ["2566", "A1", "O1", "ขาดหลักฐาน"];
        var outcome = await Uploads.Read($"{header}\n{string.Join(separator, header.StartsWith('ป') ? cells : cells.Reverse())}\n");

        Assert.Empty(outcome.Problems);
        Assert.Equal("ขาดหลักฐาน", Assert.Single(Assert.Single(Assert.Single(Sent(outcome)).Sets).Shown).Text);
    }

    [Theory]
    [InlineData(",,,ข้อความ", "remark-place-empty", null, null)]
    [InlineData("IIT,,,ข้อความ", "remark-place-empty", null, "I1")]
    [InlineData(",,3,ข้อความ", "remark-instrument-empty", null, "IIT, EIT, OIT")]
    [InlineData("PIT,,3,ข้อความ", "remark-instrument-unknown", "PIT", "IIT, EIT, OIT")]
    [InlineData("EIT3,E1,,ข้อความ", "remark-instrument-unknown", "EIT3", "2566")]
    [InlineData("EIT1,I1,,ข้อความ", "remark-instrument-differs", "EIT1", "IIT")]
    [InlineData("OIT,IND1,,ข้อความ", "remark-instrument-differs", "OIT", "IND1")]
    [InlineData(",TOTAL,,ข้อความ", "remark-item-unusable", "…", "I1")]
    [InlineData(",OIT,,ข้อความ", "remark-item-unusable", "OIT", "I1")]
    [InlineData(",9.1,,ข้อความ", "remark-item-unusable", "9.1", "I1")]
    [InlineData(",O99,,ข้อความ", "unknown-item", "O99", null)]
    [InlineData("IIT,,0,ข้อความ", "issue-unknown", "0", "1, 2, 3, 4, 5, 6, 7")]
    [InlineData("IIT,,8,ข้อความ", "issue-unknown", "8", null)]
    [InlineData(",O1,,à¸­à¸šà¸•", "text-garbled", null, null)]
    [InlineData(",O1,,ข้อ\u0007ความ", "text-unreadable", null, null)]
    public async Task A_wrong_cell_is_reported_with_its_solution(string cells, string code, string? value, string? cure)
    {
        var outcome = await Read("2566,B2,,O1,,ดี", $"2566,A1,{cells}");

        var problem = outcome.Error(code);
        Assert.Equal((3, value), (problem.Line, problem.Value));
        Assert.DoesNotContain("{", problem.Text.Th + problem.Text.En, StringComparison.Ordinal);
        Assert.Contains(cure ?? "", problem.Text.Th, StringComparison.Ordinal);
        Assert.Equal("B2", Assert.Single(Sent(outcome)).AgencyCode);
    }

    [Fact]
    public async Task All_faults_of_a_row_are_found_at_once()
    {
        var outcome = await Read("2566,B2,,O1,,ดี", $"2566,A1,PIT,O99,9,{new string('ก', 3_001)}");

        Assert.Equal(
            ["cell-too-long", "issue-unknown", "remark-instrument-unknown", "unknown-item"],
            outcome.Problems.Where(problem => problem.Line == 3).Select(problem => problem.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(2_999, true)]
    [InlineData(3_000, true)]
    [InlineData(3_001, false)]
    public async Task A_remark_has_three_thousand_characters_at_most(int length, bool isGood)
    {
        var outcome = await Read("2566,B2,,O1,,ดี", $"2566,A1,,O1,,{new string('ก', length)}");

        Assert.Equal(isGood, outcome.Problems.IsEmpty);
        Assert.Equal(isGood ? 2 : 1, Sent(outcome).Length);
    }

    [Fact]
    public async Task Remarks_that_are_too_long_together_take_out_their_agency_only()
    {
        var row = $"2566,A1,,O1,,{new string('ก', 2_940)}";

        Assert.Empty((await Read([.. Enumerable.Repeat(row, 100), "2566,A1,,I1,,อื่น"])).Problems);
        var outcome = await Read(["2566,B2,,O1,,ดี", .. Enumerable.Repeat(row, 100), "2566,A1,,O2,,ก"]);
        var problem = outcome.Error("remarks-too-many");
        Assert.Equal((103, null), (problem.Line, problem.Value));
        Assert.Contains("300,000", problem.Text.Th, StringComparison.Ordinal);
        Assert.Equal("B2", Assert.Single(Sent(outcome)).AgencyCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("ไม่มี")]
    [InlineData("ไม่มีข้อเสนอแนะ")]
    [InlineData("\u200B")]
    public async Task A_row_that_says_nothing_is_skipped(string text)
    {
        var outcome = await Read("2566,B2,,O1,,ดี", $"2566,A1,,O1,,{text}", $"2566,A1,,,,{text}");

        Assert.Empty(outcome.Problems);
        Assert.Equal((1, 2), (outcome.Counts.Rows, outcome.Counts.BlankRows));
    }

    [Fact]
    public async Task Personal_data_is_masked_in_what_is_read_and_shown_in_no_problem()
    {
        var outcome = await Read(
            $"2566,B2,,O1,,นายสมมติ ทดสอบ โทร {Telephone}", $"2566,A1,{Telephone},O1,,ก", "2566,A2,นายสมมติ ทดสอบ,O1,,ก",
            $"2566,A3,,โทร {Telephone},,ก", $"2566,A4,,นายสมมติ ทดสอบ,{Telephone},ก", $"2566,A5,,O1,,{Telephone}\u0001",
            $"2566,A6,,O1,,{Telephone}{new string('ก', 3_000)}");

        Assert.Equal("นาย[ชื่อบุคคล] โทร [โทรศัพท์]", Assert.Single(Assert.Single(Assert.Single(Sent(outcome)).Sets).Shown).Text);
        Assert.Equal(7, outcome.ProblemCount);
        Assert.DoesNotContain(
            outcome.Problems, problem => $"{problem.Value} {problem.Text.Th} {problem.Text.En}" is var shown
                && (shown.Contains("สมมติ", StringComparison.Ordinal) || shown.Contains("5678", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Columns_of_respondents_are_not_read()
    {
        var outcome = await Uploads.Read("ประทับเวลา,อีเมล,fiscal_year,agency_code,item,text\n1/7/2566 10:00,a@example.com,2566,A1,O1,ดี\n");

        Assert.Equal("columns-not-stored", Assert.Single(outcome.Problems).Code);
        Assert.Equal([new("OIT", "ดี", "O1")], Assert.Single(Assert.Single(Sent(outcome)).Sets).Shown.AsEnumerable());
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task Few_remarks_of_respondents_are_counted_and_not_kept(int rows, bool isWithheld)
    {
        var set = Assert.Single(Assert.Single(Sent(await Read([.. Enumerable.Range(0, rows).Select(row => $"2566,A1,,E1,,ข้อ {row}")]))).Sets);

        Assert.Equal((rows, isWithheld), (set.Count, set.IsWithheld));
    }

    [Fact]
    public async Task A_file_in_the_code_page_of_Windows_reads_the_same()
    {
        const string Csv = "fiscal_year,agency_code,item,text\n2566,A1,O1,นายสมมติ ทดสอบ แจ้งว่า ๐๘๑๒๓๔๕๖๗๘\n";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        var outcome = await Uploads.Read(Encoding.GetEncoding(874).GetBytes(Csv));

        Assert.Equal("นาย[ชื่อบุคคล] แจ้งว่า [โทรศัพท์]", Assert.Single(Assert.Single(Assert.Single(Sent(outcome)).Sets).Shown).Text);
    }

    private static ImmutableArray<AgencyRemarks> Sent(IntakeOutcome outcome) => ((IntakeContent.RemarksFile)outcome.Content).Sent;

    private static Task<IntakeOutcome> Read(params string[] rows) => Uploads.Read(
        "fiscal_year,agency_code,instrument,item,issue,text\n" + string.Join('\n', rows) + "\n", new() { BadRowShare = 1 });
}
