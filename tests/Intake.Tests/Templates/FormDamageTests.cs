using DocumentFormat.OpenXml.Spreadsheet;
using Ita.Domain.Scoring;
using Ita.Intake.Templates;

namespace Ita.Intake.Tests.Templates;

/// <summary>What people and spreadsheet programs do to the cells of a form is undone or reported.</summary>
public class FormDamageTests
{
    private const string Code = "05150101";

    [Theory]
    [InlineData("94.81")]
    [InlineData("๙๔.๘๑")]
    [InlineData(" 94.81 ")]
    [InlineData("94.81%")]
    [InlineData("'94.81")]
    public async Task A_score_that_was_typed_as_text_is_read(string typed)
    {
        using var form = await ScoresAsync();

        var read = await Uploads.Read(form.Type("IIT", "คะแนน", 2, typed).Bytes());

        Assert.Empty(read.Problems);
        Assert.Equal(94.81m, Assert.Single(Assert.Single(read.Sheets).Scores).Value.Score);
    }

    [Fact]
    public async Task Empty_rows_with_a_format_below_the_form_are_skipped()
    {
        using var form = await ScoresAsync();
        form.Type("IIT", "คะแนน", 2, "94.81");
        var rows = form.Sheet("IIT").GetFirstChild<SheetData>()!;
        foreach (var row in Enumerable.Range(17, 500).Append(1_048_576))
        {
            rows.Append(new Row(new Cell { CellReference = $"A{row}", StyleIndex = 1 }, new Cell { CellReference = $"D{row}", StyleIndex = 1 })
            {
                RowIndex = (uint)row,
            });
        }

        var read = await Uploads.Read(form.Bytes());

        Assert.Empty(read.Problems);
        Assert.Single(read.Sheets);
    }

    [Fact]
    public async Task Merged_codes_are_reported_with_their_lines()
    {
        using var form = await ScoresAsync();
        form.Type("IIT", "คะแนน", 2, "94.81").Type("IIT", "คะแนน", 3, "90").Type("IIT", "รหัสหน่วยงาน", 3, "");

        var read = await Uploads.Read(form.Bytes());

        Assert.Contains(read.Problems, problem => (problem.Code, problem.Line) == ("agency-code-empty", 3));
    }

    [Theory]
    [InlineData(14, "46024", "agency-code-unusable")]
    [InlineData(9, "0.06", "code-rescaled")]
    [InlineData(11, "100000", "code-rescaled")]
    [InlineData(12, "0.5", "code-rescaled")]
    public async Task A_code_that_became_a_number_in_a_row_that_was_pasted_is_reported(int format, string held, string code)
    {
        using var form = await ScoresAsync();
        form.Type("IIT", "คะแนน", 2, "94.81").Type("IIT", "คะแนน", 3, "94.81").Hold("IIT", "รหัสหน่วยงาน", 3, held, (uint)format);

        var read = await Uploads.Read(form.Bytes());

        Assert.Contains(read.Problems, problem => (problem.Code, problem.Line) == (code, 3));
        Assert.DoesNotContain(read.Sheets, sheet => sheet.AgencyCode != Code);
    }

    private static async Task<FormFile> ScoresAsync() => new(await FormFile.WriteAsync(FileKind.Scores, 2567, new KnownOfAgency(Code)));
}
