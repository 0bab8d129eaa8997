using Ita.Domain;
using Ita.Domain.Scoring;

namespace Ita.Intake.Tests;

/// <summary>Workbooks with several sheets. The first sheet of these workbooks is called คะแนน.</summary>
public class SheetTests
{
    private const string Iit = Uploads.Header + "2566,A1,I1,94.23\n2566,A1,I2,80\n";

    private static Task<IntakeOutcome> Read(TestWorkbook book) => Uploads.Read(book.Bytes(), new() { BadRowShare = 1 });

    [Fact]
    public async Task Sheets_with_the_same_header_are_read_as_one_file()
    {
        var outcome = await Read(TestWorkbook.Of(Iit)
            .AndSheet("EIT", Uploads.Header + "2566,A1,EIT1,88\n2566,B2,IND1,70\n")
            .AndSheet("OIT", Uploads.Header + "2566,A1,O1,100\n"));

        Assert.Empty(outcome.Problems);
        Assert.Equal("คะแนน, EIT, OIT", outcome.Detection.Sheet);
        Assert.Equal((5, 2), (outcome.Counts.Rows, outcome.Counts.AgenciesAccepted));
        Assert.Equal(["EIT1", "I1", "I2", "O1"], outcome.Sheets.First().Scores.Keys.Select(key => key.Part ?? key.Code).Order());
    }

    [Theory]
    [InlineData("score,item,agency_code,fiscal_year\n100,O1,A1,2566\n")]
    [InlineData("คะแนน (ร้อยละ),ข้อ,รหัสหน่วยงาน,ปีงบประมาณ\n100,O1,A1,2566\n")]
    [InlineData("ผลการประเมิน\n,\nitem,score,fiscal_year,agency_code\nO1,100,2566,A1\n")]
    public async Task The_columns_of_a_further_sheet_may_be_in_any_order_and_language(string oit)
    {
        var outcome = await Read(TestWorkbook.Of(Iit).AndSheet("OIT", oit));

        Assert.Empty(outcome.Problems);
        Assert.Equal(100m, Assert.Single(outcome.Sheets).Scores[new ScoreKey("O1")].Score);
    }

    [Fact]
    public async Task A_problem_names_the_sheet_and_the_line_on_it()
    {
        var outcome = await Read(TestWorkbook.Of(Iit).AndSheet("OIT", "item,score,note,agency_code,fiscal_year\nO1,100,,B2,2566\nO1,abc,,A1,2566\n"));

        var problem = outcome.Error("score-not-a-number");
        Assert.Equal((3, "OIT", "abc"), (problem.Line, problem.Sheet, problem.Value));
        Assert.StartsWith("Sheet \"OIT\": The score \"abc\"", problem.Text.En, StringComparison.Ordinal);
        Assert.StartsWith("ชีต \"OIT\": ", problem.Text.Th, StringComparison.Ordinal);
        var unknown = outcome.Problems.Single(one => one.Code == "unknown-column");
        Assert.Equal((1, "OIT", "note"), (unknown.Line, unknown.Sheet, unknown.Column));
    }

    [Fact]
    public async Task A_score_stated_on_two_sheets_names_both()
    {
        var problem = (await Read(TestWorkbook.Of(Iit).AndSheet("แก้ไข", Uploads.Header + "2566,B2,I1,90\n2566,A1,I2,81\n"))).Error("duplicate-item");

        Assert.Equal((3, "แก้ไข"), (problem.Line, problem.Sheet));
        Assert.Contains("3 (คะแนน)", problem.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_are_in_the_order_of_sheets_and_lines() => Assert.Equal(
        [("คะแนน", 3), ("EIT", 2), ("OIT", 2)],
        (await Read(TestWorkbook.Of(Uploads.Header + "2566,A1,I1,90\n2566,A1,I2,x\n")
            .AndSheet("EIT", Uploads.Header + "2566,B2,I1,x\n").AndSheet("OIT", Uploads.Header + "2566,C3,I1,x\n")))
        .Problems.Where(problem => problem.Code == "score-not-a-number").Select(problem => (problem.Sheet, problem.Line!.Value)));

    [Theory]
    [InlineData("fiscal_year,agency_code,item,score,respondents\n2566,A1,O1,100,5\n")]
    [InlineData("fiscal_year,agency_code,ind1,ind2\n2566,A1,90,91\n")]
    [InlineData("หน่วยงาน,คะแนน,ลำดับ\nก,90,1\nข,80,2\n")]
    public async Task A_sheet_with_data_that_is_not_read_gives_a_warning(string other)
    {
        var outcome = await Read(TestWorkbook.Of(Iit).AndSheet("อื่น", other));

        var problem = outcome.Only("sheet-not-read");
        Assert.Equal(("อื่น", Severity.Warning, null), (problem.Sheet, problem.Severity, problem.Line));
        Assert.Contains("\"คะแนน\"", problem.Text.En, StringComparison.Ordinal);
        Assert.Equal(("คะแนน", 2), (outcome.Detection.Sheet, outcome.Counts.Rows));
    }

    [Theory]
    [InlineData("", "visible")]
    [InlineData("คำอธิบาย\nคะแนนเต็ม 100,\n", "visible")]
    [InlineData("ผู้จัดทำ,วันที่,หมายเหตุ\n", "visible")]
    [InlineData(Uploads.Header, "visible")]
    [InlineData("fiscal_year,agency_code,ind1,ind2\n", "visible")]
    [InlineData("fiscal_year,agency_code,ind1,ind2\n2566,A1,90,91\n", "hidden")]
    [InlineData("fiscal_year,agency_code,ind1,ind2\n2566,A1,90,91\n", "veryHidden")]
    public async Task A_sheet_without_data_or_that_is_hidden_gives_none(string other, string state) =>
        Assert.Empty((await Read(TestWorkbook.Of(Iit).AndSheet("อื่น", other, state))).Problems);

    [Theory]
    [InlineData("ผลการประเมิน\nปี 2566,\n", null)]
    [InlineData("", null)]
    [InlineData("คะแนน\n", null)]
    [InlineData("หน่วยงาน,คะแนนรวม,ระดับ\nก,90,A\n", "sheet-not-read")]
    public async Task The_first_sheet_with_a_header_is_read(string cover, string? warning)
    {
        var outcome = await Read(TestWorkbook.Of(cover).AndSheet("ข้อมูล", Iit));

        Assert.Equal(warning, outcome.Problems.SingleOrDefault()?.Code);
        Assert.Equal(("ข้อมูล", 2), (outcome.Detection.Sheet, outcome.Counts.Rows));
    }

    [Fact]
    public async Task Without_a_header_on_any_sheet_all_sheets_are_named()
    {
        var book = TestWorkbook.Of("ผลการประเมิน\n").AndSheet("ข้อมูล", "ก,ข,ค\n1,2,3\n").AndSheet("ว่าง", "");

        var problem = (await Read(book)).Only("no-sheet-with-header");

        Assert.Equal("คะแนน, ข้อมูล", problem.Sheet);
        Assert.Contains("(คะแนน, ข้อมูล)", problem.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_that_lacks_a_column_is_named_with_its_sheet()
    {
        var problem = (await Read(TestWorkbook.Of("ผลการประเมิน\n").AndSheet("ข้อมูล", "fiscal_year,item,score\n2566,I1,90\n"))).Only("missing-columns");

        Assert.Equal((1, "ข้อมูล"), (problem.Line, problem.Sheet));
        Assert.Equal("ข้อมูล", (await Read(TestWorkbook.Of("").AndSheet("ข้อมูล", "ก,ข,ค\n1,2,3\n"))).Only("unknown-kind").Sheet);
    }

    [Fact]
    public async Task A_broken_sheet_is_refused_by_name_wherever_it_is()
    {
        var book = TestWorkbook.Of(Iit).AndSheet("EIT", Iit);

        Assert.Equal("EIT", (await Read(book.With("xl/worksheets/sheet11.xml", "<worksheet><sheetData><row>"))).Only("workbook-broken").Sheet);
    }

    [Fact]
    public async Task A_column_without_a_header_on_a_further_sheet_is_named()
    {
        var book = TestWorkbook.Of(Iit).AndSheet("OIT", "item,score,fiscal_year,agency_code\nO1,100,2566,A1,x\n");

        var problem = (await Read(book)).Only("unnamed-column");

        Assert.Equal("E", problem.Column);
    }

    [Fact]
    public async Task A_hidden_formula_error_on_a_further_sheet_is_found_in_its_column()
    {
        var book = TestWorkbook.Of(Iit).AndSheet("OIT", "item,score,fiscal_year,agency_code\nO1,100,2566,B2\n");
        book = book.With("xl/worksheets/sheet11.xml", book.Part("xl/worksheets/sheet11.xml")
            .Replace("<c><v>100</v></c>", "<c t=\"e\"><v>#N/A</v></c>", StringComparison.Ordinal));

        var problem = (await Read(book)).Error("cell-error");
        Assert.Equal((2, "OIT", "score", "#N/A"), (problem.Line, problem.Sheet, problem.Column, problem.Value));
    }

    [Fact]
    public async Task A_score_of_a_further_sheet_names_it_as_its_source() => Assert.Equal(
        ["line 2", "line 3", "line 2 of sheet 2"],
        (await Read(TestWorkbook.Of(Iit).AndSheet("OIT", Uploads.Header + "2566,A1,O1,100\n"))).Sheets.Single()
            .Scores.Values.Select(score => score.Source.ToString()));

    [Fact]
    public async Task The_reason_of_a_refusal_is_one_of_the_problems()
    {
        var outcome = await Read(TestWorkbook.Of("ผลการประเมิน\n").AndSheet("ข้อมูล", "fiscal_year,item,score\n2566,I1,90\n"));

        Assert.Contains(outcome.Refused!, outcome.Problems);
    }
}
