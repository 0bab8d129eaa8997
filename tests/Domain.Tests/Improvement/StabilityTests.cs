using Ita.Domain.Improvement;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Improvement;

public class StabilityTests
{
    [Fact]
    public void The_criterion_of_a_boundary_is_that_of_the_rating_also_for_two_parts_in_one()
    {
        var boundaries = Stability.Compute(Seeds.MaeNaTham, Seeds.MaeNaTham.FrameworkOf())!.Boundaries;

        var ofEit = boundaries.Where(boundary => boundary.Code == "EIT").ToList();
        Assert.Equal([95m, 85m], ofEit.Select(boundary => boundary.Criterion));
        Assert.All(ofEit, boundary => Assert.Equal(new Interval(95.65m, 100m), boundary.OfEachPart));
        Assert.All(boundaries.Except(ofEit), boundary => Assert.Equal((boundary.Line, null), (boundary.Criterion, boundary.OfEachPart)));
    }

    [Fact]
    public void Every_threshold_has_its_distance()
    {
        var stability = Stability.Compute(Seeds.MaeNaTham, Seeds.MaeNaTham.FrameworkOf())!;

        Assert.Equal(
            [("TOTAL", 95m, 1.74m), ("IIT", 95m, -0.37m), ("EIT", 97.5m, 0.32m), ("OIT", 95m, 2.50m)],
            stability.Boundaries.Where(line => line.Band == "ผ่านดีเยี่ยม").Select(line => (line.Code, line.Line, line.Distance!.Value)));
    }

    [Fact]
    public void Without_respondents_only_the_present_rating_is_given_with_the_reason()
    {
        var stability = Stability.Compute(Seeds.Ekkarat, Seeds.Ekkarat.FrameworkOf())!;

        Assert.Null(stability.Total);
        Assert.Equal(["ผ่านดี"], stability.CouldBe.AsEnumerable());
        Assert.Equal("change-respondents-unknown", stability.Why.Code);
    }

    [Fact]
    public void A_small_sample_could_be_another_rating()
    {
        var sheet = Sheets.Of(2567, "IIT=87 EIT1=88 EIT2=89 OIT=90", respondents: 40);

        var stability = Stability.Compute(Sheets.Scored(sheet), Sheets.FrameworkOf(2567))!;

        Assert.Equal(["ผ่านดี", "ผ่าน", "ต้องปรับปรุง"], stability.CouldBe.AsEnumerable());
        Assert.True(stability.Total!.Value.Low < 85 && stability.Total.Value.High > 90);
    }

    [Fact]
    public void When_everybody_answered_there_is_no_sampling_error()
    {
        var sheet = Sheets.Of(2567, "IIT=87 EIT1=88 EIT2=89 OIT=90", respondents: 40);

        var stability = Stability.Compute(
            Sheets.Scored(sheet, new(sheet.Year, Sheets.Code, InternalStaff: 40, ExternalStakeholders: 40)),
            Sheets.FrameworkOf(2567))!;

        Assert.True(stability.Total!.Value.IsPoint);
        Assert.Equal(["ผ่านดี"], stability.CouldBe.AsEnumerable());
    }

    [Fact]
    public void Without_a_total_there_is_no_stability() =>
        Assert.Null(Stability.Compute(Sheets.Scored(Sheets.Of(2567, "IIT=87")), Sheets.FrameworkOf(2567)));
}
