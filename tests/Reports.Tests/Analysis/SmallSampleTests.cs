using Ita.Domain;
using Ita.Domain.Assessment;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.Reports.Tests.Analysis;

/// <summary>The analysis warns of non-response where a processed survey has a small sample.</summary>
public class SmallSampleTests
{
    // 200 staff: the minimum of 2567 is 40, and 134 are enough.
    [Theory]
    [InlineData(39, false)]
    [InlineData(40, true)]
    [InlineData(133, true)]
    [InlineData(134, false)]
    public async Task The_chapter_of_instruments_has_the_note_for_a_processed_survey_below_the_number(int respondents, bool hasNote)
    {
        var html = (await ReportPage.HtmlAsync(Examples.Model(Scored(respondents)))).Plain();

        Assert.Equal(hasNote, html.Contains("ข้อจำกัดจากจำนวนผู้ตอบ", StringComparison.Ordinal));
        Assert.Equal(hasNote, html.Contains($"มีผู้ตอบ {respondents} คน จากผู้มีส่วนได้ส่วนเสีย 200 คน", StringComparison.Ordinal));
    }

    private static AgencyResult Scored(int respondents)
    {
        var framework = FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(2567));
        var scores = Enumerable.Range(1, 10).ToImmutableSortedDictionary(number => ScoreKey.Indicator(number), _ => new GivenScore(90m, null));
        var sheet = new ScoreSheet(framework.Year, "10", scores.Add(ScoreKey.Parse("IIT"), new(90m, respondents)), null);
        return AgencyScorer.Score(framework, sheet, new Agency(framework.Year, "10", "หน่วยงานตัวอย่าง", InternalStaff: 200));
    }
}
