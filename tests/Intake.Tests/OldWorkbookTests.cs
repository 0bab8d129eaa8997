using System.Text;
using Ita.Domain;
using Ita.Domain.Scoring;

namespace Ita.Intake.Tests;

/// <summary>XLS files as programs save them; tests/SampleData/Workbooks says which.</summary>
public class OldWorkbookTests
{
    private static async Task<byte[]> Bytes(string file) => await File.ReadAllBytesAsync(Repository.PathTo("tests", "SampleData", "Workbooks", file));

    private static async Task<IntakeOutcome> Read(string file, IntakeLimits? limits = null) => await Uploads.Read(await Bytes(file), limits);

    [Theory]
    [InlineData("scores-sheetjs.xls", "ก, ข")]
    [InlineData("scores-sheetjs-biff5.xls", "คะแนน")]
    public async Task An_XLS_file_reads_like_CSV(string file, string sheets)
    {
        var (book, text) = (await Read(file), await Read("scores.csv"));

        Assert.Equal(text.Problems.Select(problem => problem.Code), book.Problems.Select(problem => problem.Code));
        Assert.Equal((FileFormat.Xls, sheets), (book.Detection.Format, book.Detection.Sheet));
        Assert.Equal(text.Agencies.Select(agency => (agency.Code, agency.Name)), book.Agencies.Select(agency => (agency.Code, agency.Name)));
        Assert.Equal(
            text.Sheets.SelectMany(sheet => sheet.Scores.Select(score => (sheet.AgencyCode, score.Key, score.Value.Score, score.Value.Respondents))),
            book.Sheets.SelectMany(sheet => sheet.Scores.Select(score => (sheet.AgencyCode, score.Key, score.Value.Score, score.Value.Respondents))));
    }

    [Fact]
    public async Task Cells_of_an_XLS_file_are_read_as_they_are_shown()
    {
        var outcome = await Read("formats-npoi.xls");

        Assert.Empty(outcome.Problems);
        Assert.Equal(("IIT, OIT", 3), (outcome.Detection.Sheet, outcome.Detection.HeaderLine));
        var sheet = Assert.Single(outcome.Sheets);
        Assert.Equal("06150502", sheet.AgencyCode);
        Assert.Equal([("I1", 94.23m), ("I2", 94.50m), ("O1", 100m)], sheet.Scores.Select(score => (score.Key.Code, score.Value.Score)));
    }

    [Fact]
    public async Task An_error_of_a_formula_in_an_XLS_file_is_not_taken_for_a_blank_cell()
    {
        var outcome = await Read("errors-npoi.xls", new() { BadRowShare = 1 });

        var problem = outcome.Error("cell-error");
        Assert.Equal((2, "คะแนน", "#DIV/0!", "คะแนน"), (problem.Line, problem.Column, problem.Value, problem.Sheet));
        Assert.Equal(["06150503"], outcome.Sheets.Select(sheet => sheet.AgencyCode));
        Assert.Equal(90m, outcome.Sheets.Single().Scores[new ScoreKey("I2")].Score);
    }

    [Fact]
    public async Task An_XLS_file_with_a_password_is_refused() => (await Read("password-sheetjs.xls")).Only("workbook-encrypted");

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public async Task A_cut_XLS_file_is_refused(double share)
    {
        var bytes = await Bytes("scores-sheetjs.xls");

        Assert.True((await Uploads.Read(bytes[..(int)(bytes.Length * share)])).IsRefused);
    }

    [Fact]
    public async Task An_XLS_file_keeps_the_limits_of_workbooks()
    {
        (await Read("scores-sheetjs.xls", new() { WorkbookTextBytes = 10_000 })).Only("workbook-too-large");
        (await Read("scores-sheetjs.xls", new() { ExpandedBytes = 10_000 })).Only("workbook-too-large");
        Assert.Equal("line-too-long", (await Read("scores-sheetjs.xls", new() { RowBytes = 60 })).Refused?.Code);
        Assert.Contains((await Read("scores-sheetjs.xls", new() { CellBytes = 30 })).Problems, problem => problem.Code == "cell-too-long");
    }

    [Theory]
    [InlineData(new byte[] { 0x09, 0x00, 0x04, 0x00, 0x02, 0x00, 0x10, 0x00 }, "workbook-old")]
    [InlineData(new byte[] { 0x09, 0x04, 0x06, 0x00, 0x00, 0x04, 0x10, 0x00 }, "workbook-old")]
    public async Task A_workbook_older_than_XLS_5_is_refused_with_its_solution(byte[] bytes, string code) => (await Uploads.Read(bytes)).Only(code);

    [Theory]
    [InlineData("<html><table><tr><td>fiscal_year</td></tr></table></html>")]
    [InlineData("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")]
    public async Task A_web_page_named_XLS_is_still_refused(string text) => (await Uploads.Read(Encoding.UTF8.GetBytes(text))).Only("binary-file");
}
