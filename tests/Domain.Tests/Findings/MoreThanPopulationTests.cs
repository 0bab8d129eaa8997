using Ita.Domain.Assessment;
using Ita.Domain.Frameworks;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Findings;

/// <summary>A survey answered by more people than the agency has is reported; its score is kept.</summary>
public class MoreThanPopulationTests
{
    [Theory]
    [InlineData(50, null)]
    [InlineData(51, null)]
    [InlineData(52, "IIT")]
    public void More_answers_than_staff_are_found(int respondents, string? where) =>
        Assert.Equal(where, Found("I3=100.00", respondents, internalStaff: 51)?.Where);

    [Theory]
    [InlineData("E1@EIT1=100.00", 500, null)]
    [InlineData("E1@EIT1=100.00", 501, "EIT1")]
    [InlineData("E1@EIT2=100.00", 501, "EIT2")]
    public void Each_part_has_its_own_answers(string score, int respondents, string? where) =>
        Assert.Equal(where, Found(score, respondents, external: 500)?.Where);

    [Fact]
    public void The_minimum_of_a_part_can_be_above_the_population() => Assert.Null(Found("E1@EIT2=100.00", 20, external: 12));

    [Fact]
    public void Without_a_head_count_nothing_is_found() => Assert.Null(Found("I3=100.00", 5_000));

    [Fact]
    public void The_finding_is_a_warning_with_both_numbers_in_both_languages()
    {
        var finding = Found("I3=100.00", 2_000, internalStaff: 40)!;

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.All([finding.Text.Th, finding.Text.En], text => Assert.Matches("2000.*40", text));
    }

    private static Finding? Found(string score, int respondents, int? internalStaff = null, int? external = null)
    {
        var sheet = Sheets.Of(2567, score, respondents: respondents);
        var agency = new Agency(sheet.Year, sheet.AgencyCode, InternalStaff: internalStaff, ExternalStakeholders: external);
        return AgencyScorer.Score(FrameworkCatalogue.BuiltIn.Get(sheet.Year), sheet, agency).Findings
            .SingleOrDefault(finding => finding.Code == "more-than-population");
    }
}
