using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Intake.Headers;

namespace Ita.Intake.Tests;

public class ResponseTests
{
    private const string Start = "fiscal_year,agency_code,instrument,respondent,";

    private static Task<IntakeOutcome> Wide(string questions, params string[] rows) =>
        Uploads.Read(Start + questions + "\n" + string.Join('\n', rows) + "\n", new() { BadRowShare = 1 });

    private static Task<IntakeOutcome> Long(params string[] rows) => Wide("item,answer", rows);

    private static GivenScore Score(IntakeOutcome outcome, string key) => Assert.Single(outcome.Sheets).Scores[ScoreKey.Parse(key)];

    [Fact]
    public async Task An_item_is_the_mean_of_those_who_answered_it()
    {
        var outcome = await Wide("i1,i2", "2566,A1,IIT,1,มากที่สุด,", "2566,A1,IIT,2,67,น้อย", "2566,A1,IIT,3, มาก ,");

        Assert.Empty(outcome.Problems);
        Assert.Equal(FileKind.Responses, outcome.Kind);
        Assert.Equal(new GivenScore(78m, 3, ScoreSource.Answers(2, 4)), Score(outcome, "I1"));
        Assert.Equal(new GivenScore(33m, 1, ScoreSource.Answers(2, 4)), Score(outcome, "I2"));
    }

    [Fact]
    public async Task A_mean_is_not_rounded() => Assert.Equal(
        200m / 3, Score(await Wide("i1", "2566,A1,IIT,1,100", "2566,A1,IIT,2,67", "2566,A1,IIT,3,33"), "I1").Score);

    public static TheoryData<int> YearsWithItems =>
        [.. FrameworkCatalogue.BuiltIn.All.Where(framework => framework is { Items.IsEmpty: false, Unconfirmed: null })
            .Select(framework => framework.Year.BuddhistEra)];

    [Theory, MemberData(nameof(YearsWithItems))]
    public async Task Every_label_of_every_survey_question_scores_the_same_as_its_points(int year)
    {
        var framework = Uploads.Frameworks(year)!;
        var surveys = framework.Instruments.Where(instrument => instrument.Answers is AnswerKind.Survey);
        var answers = surveys.SelectMany(instrument => Answers(framework, instrument)).ToList();
        var outcome = await Long(
        [
            .. answers.Select(answer => $"{year},{answer.Agency},{answer.Survey},1,{answer.Item},{answer.Choice.Label}"),
            .. answers.Select(answer => $"{year},{answer.Agency},{answer.Survey},2,{answer.Item},{answer.Choice.Points}"),
        ]);
        var scores = outcome.Sheets.ToDictionary(sheet => sheet.AgencyCode, sheet => Assert.Single(sheet.Scores).Value);

        Assert.Equal(answers.Count, scores.Count);
        Assert.All(answers, answer => Assert.Equal((answer.Choice.Points, 2), (scores[answer.Agency].Score, scores[answer.Agency].Respondents)));
    }

    // By the scale and the polarity as the catalogue's file has them, not by the code that turns one by the other.
    [Theory, MemberData(nameof(YearsWithItems))]
    public async Task Every_sub_question_is_scored_by_its_own_polarity(int year)
    {
        var framework = Uploads.Frameworks(year)!;
        var answers = framework.Items.SelectMany(item => item.SubQuestions.SelectMany((sub, place) => Turned(framework, item, sub)
            .Select(choice => (Item: item, Sub: sub, Choice: choice, Agency: $"{sub.Code}-{choice.Points}")))).ToList();
        string InstrumentOf(Item item) => framework.Instruments.First(instrument => instrument.Indicators.Contains(item.Indicator)).Code;
        var rows = answers.SelectMany(answer => answer.Item.SubQuestions.Select(sub =>
            $"{year},{answer.Agency},{InstrumentOf(answer.Item)},1,{sub.Code}," + (sub == answer.Sub ? answer.Choice.Label : "0")));

        var outcome = await Long([.. rows, .. answers.Count > 0 ? [] : new[] { $"{year},A1,IIT,1,i1,100" }]);

        var scores = outcome.Sheets.ToDictionary(sheet => sheet.AgencyCode, sheet => Assert.Single(sheet.Scores).Value.Score);
        Assert.Empty(outcome.Problems);
        Assert.All(answers, answer => Assert.Equal(answer.Choice.Points / answer.Item.SubQuestions.Length, scores[answer.Agency], 20));
    }

    private static IEnumerable<Choice> Turned(Framework framework, Item item, SubQuestion sub)
    {
        var scale = framework.Scale(item.Scale);
        var isTurned = sub.Polarity is Polarity.Negative && scale.TurnsForNegative;
        return scale.Choices.Select((choice, place) => choice with { Points = isTurned ? scale.Choices[^(place + 1)].Points : choice.Points });
    }

    private static IEnumerable<(string Survey, string Item, Choice Choice, string Agency)> Answers(Framework framework, Instrument instrument) =>
        from item in framework.Items
        where instrument.Indicators.Contains(item.Indicator) && item.SubQuestions.IsEmpty
        from choice in framework.ChoicesOf(item)
        select (instrument.Parts.IsEmpty ? instrument.Code : instrument.Parts[^1].Code, item.Code, choice, $"{item.Code}-{choice.Points}");

    [Theory]
    [InlineData("EIT1", "e1", "E1@EIT1")]
    [InlineData("eit2", "E๑", "E1@EIT2")]
    [InlineData("EIT2", "es01", "E1@EIT2")]
    [InlineData(" iit ", "I01", "I1")]
    public async Task A_part_of_an_instrument_has_its_own_scores(string instrument, string question, string key) =>
        Assert.Equal(100, Score(await Wide(question, $"2566,A1,{instrument},1,มากที่สุด"), key).Score);

    [Fact]
    public async Task Sub_questions_are_averaged_by_their_own_polarity()
    {
        // I11 of this year: the first sub-question is worded positively, the second negatively.
        var outcome = await Wide(
            "i11.1,i11.2", "2564,A1,IIT,1,มากที่สุด,น้อยที่สุดหรือไม่มีเลย", "2564,A1,IIT,2,มาก,มากที่สุด", "2564,A1,IIT,3,,น้อย");

        Assert.Empty(outcome.Problems);
        Assert.Equal(((167m / 2) + (167m / 3)) / 2, Score(outcome, "I11").Score, 20);
        Assert.Equal(3, Score(outcome, "I11").Respondents);
    }

    [Fact]
    public async Task A_sub_question_without_answers_leaves_the_item_without_a_score()
    {
        var outcome = await Wide("i11.1,i11.2,i2", "2564,A1,IIT,1,100,,100");

        Assert.Contains("I11.2", outcome.Only("sub-question-missing").Text.En, StringComparison.Ordinal);
        Assert.Equal(["I2"], Assert.Single(outcome.Sheets).Scores.Keys.Select(key => key.Code));
    }

    [Fact]
    public async Task An_item_is_not_answered_as_a_whole_and_by_sub_questions() =>
        (await Wide("i11,i11.1,i11.2", "2564,A1,IIT,1,100,,", "2564,A1,IIT,2,,100,100")).WithoutVerdict()
            .ToList().ForEach(problem => Assert.Equal("sub-questions-mixed", problem.Code));

    [Theory]
    [InlineData("เป็นประจำ")]
    [InlineData("เป็นประจ\u0E4D\u0E32")]
    [InlineData("เป็นประจ\u0E4D \u0E32")]
    [InlineData("เป็น ประจ\u200Bำ\u00A0")]
    public async Task A_label_is_known_however_its_sara_am_is_encoded(string label) =>
        Assert.Equal(100, Score(await Wide("i12", $"2567,A1,IIT,1,{label}"), "I12").Score, 0);

    [Fact]
    public async Task Spaces_within_a_label_do_not_matter() =>
        Assert.Equal(40, Score(await Wide("i12", "2567,A1,IIT,1,\u200Bนานๆ\u00A0 ครั้ง\u200B"), "I12").Score);

    [Theory]
    [InlineData("มากกที่สุด", "มากที่สุด", "มากกที่สุด")]
    [InlineData("50", "", "50")]
    [InlineData("-1", "", "-1")]
    [InlineData("นายสมมติ ตัวอย่าง 0812345678", "", "…")]
    public async Task An_unknown_answer_is_never_a_score_and_is_reported_with_the_known_ones(string answer, string nearest, string shown)
    {
        var outcome = await Wide("i1", "2566,B2,IIT,1,100", $"2566,A1,IIT,1,{answer}");

        var problem = outcome.Error("answer-unknown");
        Assert.Equal((3, "i1", shown), (problem.Line, problem.Column, problem.Value));
        Assert.Contains($"\"{nearest}", problem.Text.Th, StringComparison.Ordinal);
        Assert.Contains("น้อยที่สุดหรือไม่มีเลย (0), น้อย (33), มาก (67), มากที่สุด (100)", problem.Text.En, StringComparison.Ordinal);
        Assert.Equal("B2", Assert.Single(outcome.Sheets).AgencyCode);
    }

    [Theory]
    [InlineData("2566,A1,EIT,1,100,", "instrument-unknown")]
    [InlineData("2566,A1,OIT,1,100,", "instrument-unknown")]
    [InlineData("2565,A1,EIT1,1,100,", "instrument-unknown")]
    [InlineData("2566,A1,EIT1,1,100,", "item-not-asked")]
    [InlineData("2566,A1,IIT,1,100,100", "item-not-asked")]
    public async Task A_row_of_another_survey_is_named(string row, string code) => (await Wide("i1,e1", row)).Error(code);

    [Fact]
    public async Task A_row_without_answers_is_not_a_respondent()
    {
        var outcome = await Wide("i1", "2566,A1,IIT,1,100", "2566,A1,IIT,2, ");

        Assert.Empty(outcome.Problems);
        Assert.Equal((1, 1), (outcome.Counts.Rows, outcome.Counts.BlankRows));
        Assert.Equal(1, Score(outcome, "I1").Respondents);
    }

    [Fact]
    public async Task A_respondent_answers_a_question_once()
    {
        var outcome = await Long("2566,A1,IIT,p77,i1,100", "2566,A1,IIT,p77,i2,100", "2566,A1,EIT1,p77,e1,67", "2566,A1,IIT, p77 ,I01,67");

        var problem = outcome.Error("duplicate-answer");
        Assert.Equal((5, "I1"), (problem.Line, problem.Value));
        Assert.DoesNotContain("p77", problem.ToString() + problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ก๑\u00A0")]
    [InlineData("\u200Bก๑")]
    public async Task Respondent_numbers_that_look_the_same_are_the_same(string again) =>
        (await Long("2566,A1,IIT,ก๑,i1,100", $"2566,A1,IIT,{again},i1,67")).Error("duplicate-answer");

    // A missing cell shifts all later ones, so that respondents' words are in the place of codes.
    [Theory]
    [InlineData("นายสมมติ ตัวอย่าง,A1,IIT,1,100", "fiscal_year")]
    [InlineData("0812345678,A1,IIT,1,100", "fiscal_year")]
    [InlineData("2566,A1,นายสมมติ ตัวอย่าง,1,100", "instrument")]
    [InlineData("2566,นายสมมติ +66812345678,IIT,1,100", "agency_code")]
    public async Task Text_that_a_person_may_have_written_is_not_shown_in_a_problem(string row, string column)
    {
        var outcome = await Wide("i1", "2566,B2,IIT,1,100", row);

        var problem = Assert.Single(outcome.WithoutVerdict());
        Assert.Equal((column, "…"), (problem.Column, problem.Value));
        Assert.DoesNotContain("สมมติ", problem.Text.Th, StringComparison.Ordinal);
        Assert.DoesNotContain("812345678", problem.Text.Th, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2599,A1,IIT,1,100", "2599")]
    [InlineData("๒๕๙๙,A1,IIT,1,100", "๒๕๙๙")]
    [InlineData("2566,A1,EIT3,1,100", "EIT3")]
    public async Task A_wrong_code_is_reported(string row, string value) =>
        Assert.Equal(value, Assert.Single((await Wide("i1", "2566,B2,IIT,1,100", row)).WithoutVerdict()).Value);

    [Fact]
    public async Task An_unknown_item_of_the_long_form_is_shown_only_when_it_is_a_code()
    {
        Assert.Equal("i99", (await Long("2566,B2,IIT,1,i1,100", "2566,A1,IIT,1,i99,100")).Error("unknown-item").Value);
        Assert.Equal("…", (await Long("2566,B2,IIT,1,i1,100", "2566,A1,IIT,1,นายสมมติ,100")).Error("unknown-item").Value);
    }

    [Fact]
    public async Task A_file_without_a_header_does_not_show_the_words_of_its_first_row()
    {
        var outcome = await Uploads.Read("2566,A1,IIT,นายสมมติ ตัวอย่าง 0812345678,มาก\n2566,A1,IIT,2,มาก\n");

        Assert.True(outcome.IsRefused);
        Assert.DoesNotContain(outcome.Problems, problem => $"{problem}{problem.Text}".Contains("สมมติ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_misspelt_column_is_reported_also_when_another_is_missing()
    {
        var outcome = await Uploads.Read("fiscal_year,agency_cod,instrument,i1\n2566,A1,IIT,100\n");

        Assert.Contains(outcome.Problems, problem => problem is { Code: "unknown-column", Value: "agency_cod" });
    }

    [Fact]
    public async Task Each_answer_of_the_long_form_has_a_respondent() =>
        (await Long("2566,A1,IIT,,i1,100")).Error("respondent-empty");

    [Fact]
    public async Task The_long_form_is_refused_beyond_the_respondents_allowed()
    {
        var rows = Enumerable.Range(1, 11).Select(number => $"2566,A1,IIT,{number},i1,100");

        var outcome = await Uploads.Read(Start + "item,answer\n" + string.Join('\n', rows), new() { Respondents = 10 });

        Assert.Equal(12, outcome.Only("too-many-respondents").Line);
    }
}
