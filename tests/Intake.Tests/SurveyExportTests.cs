using Ita.Domain;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.Intake.Tests;

/// <summary>Files of answers as survey services export them: titles are questions, beside columns with times and addresses.</summary>
public sealed class SurveyExportTests
{
    private const string Keys = "fiscal_year,agency_code,instrument";

    private static string TextOf(int year, string code) => FrameworkCatalogue.BuiltIn.Find(year)!.Items.First(item => item.Code == code).Text;

    private static Task<IntakeOutcome> Read(params string[] titles) => Uploads.Read(
        $"{Keys},{string.Join(',', titles.Select(title => $"\"{title.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\n"
            + $"2566,A1,IIT,{string.Join(',', titles.Select(_ => "มาก"))}\n",
        new() { BadRowShare = 1 });

    [Theory]
    [InlineData("I1 เจ้าหน้าที่ปฏิบัติงานตามขั้นตอนหรือไม่")]
    [InlineData("i1. เจ้าหน้าที่ปฏิบัติงานตามขั้นตอน")]
    [InlineData("ข้อ I1 เจ้าหน้าที่ปฏิบัติงาน")]
    [InlineData("I01: เจ้าหน้าที่ปฏิบัติงาน *")]
    [InlineData("[I๑] เจ้าหน้าที่ปฏิบัติงาน")]
    [InlineData("(I1)")]
    [InlineData("I1.")]
    [InlineData("I-1 (เจ้าหน้าที่)")]
    public async Task A_code_before_the_question_names_the_column(string title)
    {
        var outcome = await Read(title);

        Assert.Empty(outcome.Problems);
        Assert.Equal("I1", Assert.Single(Assert.Single(outcome.Sheets).Scores).Key.Code);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("1. {0}")]
    [InlineData("ข้อ 1 {0}")]
    [InlineData("ข้อที่ ๑) {0} *")]
    [InlineData("({0})")]
    [InlineData(" {0}\u200B")]
    public async Task The_text_of_a_question_names_the_column(string title)
    {
        var outcome = await Read(title.Replace("{0}", TextOf(2566, "I1"), StringComparison.Ordinal));

        Assert.Empty(outcome.Problems);
        Assert.Equal("I1", Assert.Single(Assert.Single(outcome.Sheets).Scores).Key.Code);
    }

    [Fact]
    public async Task Every_question_of_a_survey_is_known_by_its_text()
    {
        var items = FrameworkCatalogue.BuiltIn.Find(2567)!.Items.Where(item => item.Code.StartsWith('E')).ToList();
        var labels = items.Select(item => FrameworkCatalogue.BuiltIn.Find(2567)!.ChoicesOf(item)[^1].Label);
        var outcome = await Uploads.Read(
            $"Timestamp;{Keys.Replace(',', ';')};"
                + $"{string.Join(';', items.Select(item => $"\"{item.Text.Replace(" ", "", StringComparison.Ordinal)}\""))}\n"
                + $"x;2567;A1;EIT1;{string.Join(';', labels.Select(label => $"\"{label}\""))}\n");

        Assert.Equal("columns-not-stored", Assert.Single(outcome.Problems).Code);
        Assert.Equal(items.Select(item => item.Code).Order(), Assert.Single(outcome.Sheets).Scores.Keys.Select(key => key.Code).Order());
    }

    [Fact]
    public async Task A_question_with_sub_questions_is_known_by_both_texts()
    {
        var item = FrameworkCatalogue.BuiltIn.Find(2565)!.Items.First(item => item.Code == "I1");
        var outcome = await Uploads.Read(
            $"{Keys},{string.Join(',', item.SubQuestions.Select(sub => $"\"{item.Text} [{sub.Text}]\""))}\n"
                + $"2565,A1,IIT,{string.Join(',', item.SubQuestions.Select(_ => "100"))}\n");

        Assert.Empty(outcome.Problems);
        Assert.Equal("I1", Assert.Single(Assert.Single(outcome.Sheets).Scores).Key.Code);
    }

    [Theory]
    [InlineData("ประทับเวลา")]
    [InlineData("ID,Start time,Completion time,Email,Name")]
    [InlineData("Timestamp,Email Address,ชื่อ-นามสกุล")]
    public async Task Times_addresses_and_names_are_neither_read_nor_shown(string titles)
    {
        var cells = string.Join(',', titles.Split(',').Select(_ => "นายสมมติ 0812345678 a@example.com"));
        var outcome = await Uploads.Read($"{titles},{Keys},i1\n{cells},2566,A1,IIT,มาก\n");

        var problem = outcome.Only("columns-not-stored");
        Assert.Equal((Severity.Warning, string.Join(", ", "ABCDE"[..titles.Split(',').Length].ToCharArray())), (problem.Severity, problem.Value));
        Assert.DoesNotContain("สมมติ", problem.Text.Th, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(outcome.Sheets).Scores[new ScoreKey("I1")].Respondents);
    }

    [Fact]
    public async Task A_title_that_is_no_question_of_ours_names_the_nearest_code()
    {
        var outcome = await Read("i1", TextOf(2566, "I2").Replace("มากน้อย", "แค่ไหน", StringComparison.Ordinal));

        var problem = outcome.Only("question-unknown");
        Assert.Equal(("E", "I2"), (problem.Column, problem.Places!["nearest"]));
        Assert.Equal(["I1"], Assert.Single(outcome.Sheets).Scores.Keys.Select(key => key.Code));
    }

    [Theory]
    [InlineData("ประทับเวลา,I1 เจ้าหน้าที่ปฏิบัติงาน", "fiscal_year (ปีงบประมาณ), agency_code (รหัสหน่วยงาน), instrument (แบบวัด)")]
    [InlineData("ประทับเวลา,ปีงบประมาณ,รหัสหน่วยงาน,I1 เจ้าหน้าที่ปฏิบัติงาน", "instrument (แบบวัด)")]
    [InlineData("Timestamp,ปีงบประมาณ,รหัสหน่วยงาน,หน่วยงาน,ท่านพึงพอใจต่อการให้บริการของเรามากน้อยเพียงใด", "instrument (แบบวัด), question")]
    [InlineData("ID,Start time,ท่านพึงพอใจต่อการให้บริการของเรามากน้อยเพียงใด", "fiscal_year (ปีงบประมาณ), agency_code (รหัสหน่วยงาน)")]
    public async Task An_export_without_the_keys_says_which_columns_to_add(string titles, string missing)
    {
        var outcome = await Uploads.Read($"{titles}\n{string.Join(',', titles.Split(',').Select(_ => "มาก"))}\n");

        Assert.Equal((FileKind.Responses, "missing-columns"), (outcome.Kind, outcome.Refused?.Code));
        Assert.Contains(missing, outcome.Refused!.Text.Th, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_twice_by_code_and_title_is_a_double_column() =>
        Assert.Equal("duplicate-column", (await Read("i1", "I1 เจ้าหน้าที่")).Refused?.Code);

    [Fact]
    public async Task A_question_of_another_year_is_an_error_of_the_row()
    {
        var text = FrameworkCatalogue.BuiltIn.Find(2567)!.Items.First(item => item.Code == "I1").Text;

        Assert.Equal(2, (await Read("i2", text)).Error("item-not-asked").Line);
    }
}
