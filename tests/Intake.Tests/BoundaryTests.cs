using Ita.Domain.Scoring;
using Ita.Intake.Kinds.Responses;
using Ita.Intake.Tables;

namespace Ita.Intake.Tests;

/// <summary>Small rules that a change of one character would break.</summary>
public sealed class BoundaryTests
{
    private const string Wide = "fiscal_year,agency_code,instrument,e1,ep1\n";

    [Fact]
    public async Task Of_two_columns_of_one_question_a_row_may_fill_only_the_first()
    {
        var outcome = await Uploads.Read(Wide + "2566,B2,EIT1,100,\n2566,B2,EIT1,67,\n2566,A1,EIT1,100,67\n", new() { BadRowShare = 1 });

        var problem = outcome.Error("item-not-asked");
        Assert.Equal((4, "ep1"), (problem.Line, problem.Column));
        var score = Assert.Single(Assert.Single(outcome.Sheets).Scores);
        Assert.Equal(("E1@EIT1", 83.5m, 2), (score.Key.ToString(), score.Value.Score, score.Value.Respondents));
    }

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData("1234567", "…")]
    [InlineData("12345678", "…")]
    public async Task A_number_among_answers_is_shown_up_to_six_digits(string answer, string shown)
    {
        var outcome = await Uploads.Read($"fiscal_year,agency_code,instrument,i1\n2566,A1,IIT,{answer}\n", new() { BadRowShare = 1 });

        Assert.Equal(shown, outcome.Error("answer-unknown").Value);
    }

    [Theory]
    [InlineData("\"a;b;c;d\",x,y\n1;2;3;4;5;6\n", ',')]
    [InlineData("\"a,b\nc,d\";x;y\n", ';')]
    [InlineData("a\n\"b;c;d\",x\n", ',')]
    public void A_delimiter_within_quotes_does_not_count(string start, char expected) =>
        Assert.Equal(expected, Delimiter.Detect(System.Text.Encoding.UTF8.GetBytes(start)).Character);

    [Theory]
    [InlineData("0.00", null)]
    [InlineData("0.01", "score-below-one")]
    [InlineData("0.99", "score-below-one")]
    [InlineData("1.00", null)]
    [InlineData("0.999", "score-below-one")]
    [InlineData("0.999%", "score-below-one")]
    [InlineData("1.000", null)]
    [InlineData("1.000%", null)]
    [InlineData("1.001", null)]
    [InlineData("0.000", null)]
    public async Task A_score_between_zero_and_one_is_a_warning(string score, string? code) =>
        Assert.Equal(code, (await Uploads.Scores($"2566,A1,I1,{score}")).Problems.SingleOrDefault()?.Code);

    [Theory]
    [InlineData("99.99", null)]
    [InlineData("100.00", null)]
    [InlineData("100.01", "score-out-of-range")]
    [InlineData("100.000", null)]
    [InlineData("100.001", "score-out-of-range")]
    [InlineData("999.99", "score-out-of-range")]
    [InlineData("1000.00", "score-out-of-range")]
    [InlineData("-0.01", "score-out-of-range")]
    [InlineData("1.2.34", "score-not-a-number")]
    [InlineData("-.50", "score-out-of-range")]
    [InlineData("9 .50", "score-not-a-number")]
    [InlineData("94.-5", "score-not-a-number")]
    public async Task A_score_is_between_0_and_100_whatever_its_decimals(string score, string? code) =>
        Assert.Equal(code, (await Uploads.Scores($"2566,A1,I1,{score}")).WithoutVerdict().SingleOrDefault()?.Code);

    [Fact]
    public async Task A_score_keeps_its_decimals()
    {
        var outcome = await Uploads.Scores("2566,A1,I1,94.50", "2566,A1,I2,94.5", "2566,A1,I3,94.500", "2566,A1,I4,5.05");

        Assert.Equal(
            ["94.50", "94.5", "94.500", "5.05"],
            Assert.Single(outcome.Sheets).Scores.Values.Select(score => FormattableString.Invariant($"{score.Score}")));
    }

    // The rows of an agency need not be adjacent, nor its items in the order of the framework.
    [Fact]
    public async Task Scores_belong_to_their_keys_in_any_order()
    {
        var outcome = await Uploads.Scores("2566,A1,O2,3", "2566,B2,I1,4", "2566,A1,I1,1", "2566,B2,O2,6", "2566,A1,E1,2", "2566,B2,I2,5");

        Assert.Equal(
            ["A1 E1 2", "A1 I1 1", "A1 O2 3", "B2 I1 4", "B2 I2 5", "B2 O2 6"],
            outcome.Sheets.SelectMany(
                sheet => sheet.Scores.Select(score => FormattableString.Invariant($"{sheet.AgencyCode} {score.Key.Code} {score.Value.Score}"))));
        Assert.All(outcome.Sheets, sheet => Assert.Equal(sheet.Scores.Keys.Order(), sheet.Scores.Keys));
    }

    // Cells of the same length that begin, end and have in the middle the same characters share a slot of the cache.
    [Fact]
    public async Task Cells_that_differ_in_one_inner_character_are_distinguished()
    {
        var outcome = await Uploads.Scores("2566,51x0151,I1,1", "2566,51y0151,I1,2", "2566,51x0151,I2,3", "2566,51y0151,I2,4");

        Assert.Equal(
            ["51x0151 1 3", "51y0151 2 4"],
            outcome.Sheets.Select(sheet => FormattableString.Invariant(
                $"{sheet.AgencyCode} {sheet.Scores[new ScoreKey("I1")].Score} {sheet.Scores[new ScoreKey("I2")].Score}")));
    }

    [Fact]
    public void Two_files_hash_their_respondents_under_different_keys() =>
        Assert.NotEqual(RespondentMarks.CreateKey(), RespondentMarks.CreateKey());

    [Theory]
    [InlineData(63, 64)]
    [InlineData(0, 64)]
    [InlineData(1, 2)]
    public void A_respondent_answers_each_of_more_than_64_questions_once(int first, int second)
    {
        var marks = new RespondentMarks(RespondentMarks.CreateKey());

        // More than 64 questions need two words, and each remembers the line of its first answer.
        var otherLine = first / 64 == second / 64 ? 2 : 3;
        Assert.Equal([null, null, (first, 2), (second, otherLine), null], new[]
        {
            marks.Mark("a"u8, [first], 2), marks.Mark("a"u8, [second], 3), marks.Mark("a"u8, [first], 4), marks.Mark("a"u8, [second], 5),
            marks.Mark("b"u8, [first], 6),
        });
    }

    [Theory]
    [InlineData(1023, null)]
    [InlineData(1024, null)]
    [InlineData(1025, "line-too-long")]
    public async Task A_row_may_be_as_long_as_the_limit(int length, string? code)
    {
        var row = "2566,A1,I1,90,".PadRight(length, 'x');

        Assert.Equal(code, (await Uploads.Read("fiscal_year,agency_code,item,score,name\n" + row + "\n", new() { RowBytes = 1024 })).Refused?.Code);
    }

    [Theory]
    [InlineData(-1, "file-too-large")]
    [InlineData(0, null)]
    [InlineData(1, null)]
    public async Task A_file_may_be_as_long_as_the_limit(int more, string? code)
    {
        const string file = Uploads.Header + "2566,A1,I1,90\n";

        Assert.Equal(code, (await Uploads.Read(file, new() { FileBytes = file.Length + more })).Refused?.Code);
    }

    [Theory]
    [InlineData("A1", null)]
    [InlineData("B2", "other-agency")]
    public async Task Measures_of_another_agency_are_refused(string agency, string? code) => Assert.Equal(
        code, (await Uploads.Read("fiscal_year,agency_code,measure\n2566,A1,x\n")).SentFor(agency).Refused?.Code);

    [Fact]
    public async Task A_blank_name_after_a_name_is_not_a_different_name() => Assert.Empty(
        (await Uploads.Read("fiscal_year,agency_code,item,score,agency_name\n2566,A1,I1,90,x\n2566,A1,I2,90,\n2566,A1,I3,90, \n")).Problems);
}
