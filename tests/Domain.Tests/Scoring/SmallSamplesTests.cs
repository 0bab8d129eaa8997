using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Scoring;

public class SmallSamplesTests
{
    private const string Full = "IND1=90 IND2=90 IND3=90 IND4=90 IND5=90 IND6=90 IND7=90 IND8=90 IND9=90 IND10=90 IIT=90";

    // Yamane (1967), table for e = 5 %: 500 people need 222, 1,000 need 286, 2,000 need 333 (334 rounded up), 100,000 need 398 (399 rounded up).
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(51, 46)]
    [InlineData(200, 134)]
    [InlineData(500, 223)]
    [InlineData(1_000, 286)]
    [InlineData(2_000, 334)]
    [InlineData(100_000, 399)]
    [InlineData(int.MaxValue, 400)]
    public void Enough_is_the_number_of_Yamanes_formula_rounded_up(int population, int enough) =>
        Assert.Equal(enough, SmallSamples.EnoughOf(population));

    [Theory]
    [InlineData(40, "small-sample")]
    [InlineData(133, "small-sample")]
    [InlineData(134, null)]
    [InlineData(135, null)]
    public void A_processed_survey_is_small_below_that_number(int respondents, string? note) =>
        Assert.Equal(note, Find(respondents, staff: 200)?.Note.Code);

    [Theory]
    [InlineData(399, "small-sample-of-unknown")]
    [InlineData(400, null)]
    [InlineData(401, null)]
    public void Without_a_head_count_it_is_that_of_any_population(int respondents, string? note) =>
        Assert.Equal(note, Find(respondents, staff: null)?.Note.Code);

    [Theory]
    [InlineData(39)]
    [InlineData(0)]
    [InlineData(null)]
    public void A_survey_that_is_not_processed_or_whose_respondents_are_not_known_has_no_note(int? respondents) =>
        Assert.Null(Find(respondents, staff: 200));

    [Fact]
    public void The_note_has_the_numbers_in_both_languages()
    {
        var note = Find(50, staff: 200)!.Note.Text;

        Assert.Contains("50 คน จากผู้มีส่วนได้ส่วนเสีย 200 คน (ร้อยละ 25.00)", note.Th, StringComparison.Ordinal);
        Assert.Contains("50 of 200 people answered (25.00 %): the minimum is reached, but fewer than the 134", note.En, StringComparison.Ordinal);
    }

    private static SmallSample? Find(int? respondents, int? staff)
    {
        var sheet = Sheets.Of(2567, Full, respondents: respondents);
        var result = Sheets.Scored(sheet, new Agency(sheet.Year, Sheets.Code, InternalStaff: staff));
        return SmallSamples.In(Sheets.FrameworkOf(2567), result).SingleOrDefault(sample => sample.Key.Code == "IIT");
    }
}
