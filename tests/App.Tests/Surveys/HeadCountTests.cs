using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Surveys;

/// <summary>A head count that cannot be right, or that its agency changed while the survey was open, is flagged.</summary>
[Collection(AppTests.Name)]
public sealed class HeadCountTests(RunningApp running)
{
    [Theory]
    [InlineData("HC-BELOW", 5, false)]
    [InlineData("HC-ALL", 6, false)]
    [InlineData("HC-ABOVE", 7, true)]
    public async Task More_sheets_than_people_are_flagged_on_the_meter_in_the_quality_and_in_the_result(string agency, int sheets, bool isFlagged)
    {
        var survey = new SurveyCalls(running, agency);
        var code = await survey.OpenAsync(internalStaff: 6);
        for (var sheet = 0; sheet < sheets; sheet++)
        {
            await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT", (sheet % 3) + 1)));
        }

        var meter = await survey.MeterAsync("IIT");
        Assert.Equal((sheets >= 6, isFlagged), (meter.GetProperty("reached").GetBoolean(), meter.GetProperty("exceedsPopulation").GetBoolean()));
        Assert.Equal(isFlagged, meter.GetProperty("warning").ValueKind == JsonValueKind.String);
        var flag = await FlagAsync(agency, "more-than-population");
        Assert.Equal((isFlagged, isFlagged ? 1 : 0), (flag.GetProperty("raised").GetBoolean(), flag.GetProperty("count").GetInt32()));

        await survey.CloseAsync();
        var result = await survey.ScoredAsync();
        Assert.Equal(isFlagged ? ["IIT"] : [], result.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("code").GetString() == "more-than-population")
            .Select(finding => finding.GetProperty("where").GetString()!));
    }

    [Theory]
    [InlineData("HC-OWN", """{"internalStaff":10}""", 1)]
    [InlineData("HC-MORE", """{"internalStaff":400}""", 1)]
    [InlineData("HC-SAME", """{"internalStaff":40}""", 0)]
    [InlineData("HC-NAME", """{"agencyName":"ชื่ออื่น"}""", 0)]
    [InlineData("HC-OUTER", """{"externalStakeholders":10}""", 0)]
    public async Task A_head_count_that_the_agency_changed_after_opening_is_flagged(string agency, string put, int count)
    {
        await new SurveyCalls(running, agency).OpenAsync();
        using var own = await KeyAsync(agency);
        using var changed = await own.PutAsync($"agencies/2567/{agency}", put);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);

        var flag = await FlagAsync(agency, "population-changed");

        Assert.Equal((count > 0, count), (flag.GetProperty("raised").GetBoolean(), flag.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task A_file_of_the_agency_counts_as_its_own_change_and_a_correction_of_an_operator_does_not()
    {
        await new SurveyCalls(running, "HC-FILE").OpenAsync();
        using var byOperator = await running.Api.PutAsync("agencies/2567/HC-FILE", """{"internalStaff":45}""");
        Assert.False((await FlagAsync("HC-FILE", "population-changed")).GetProperty("raised").GetBoolean());

        using var own = await KeyAsync("HC-FILE");
        await own.SentAsync("fiscal_year,agency_code,internal_staff\n2567,HC-FILE,12\n", "agencies.csv");

        var flag = await FlagAsync("HC-FILE", "population-changed");
        Assert.Equal(1, flag.GetProperty("count").GetInt32());
        Assert.Contains("from 45 to 12", flag.GetProperty("textEn").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_before_the_survey_opens_is_not_flagged()
    {
        await new SurveyCalls(running, "HC-EARLY").OpenAsync();
        using var later = await running.Api.PutAsync("surveys/2567/HC-EARLY", """{"opens":"2098-01-01","closes":"2099-12-31"}""");
        using var own = await KeyAsync("HC-EARLY");
        using var changed = await own.PutAsync("agencies/2567/HC-EARLY", """{"internalStaff":10}""");

        Assert.False((await FlagAsync("HC-EARLY", "population-changed")).GetProperty("raised").GetBoolean());
    }

    private async Task<JsonElement> FlagAsync(string agency, string code) =>
        (await running.Api.JsonAsync($"surveys/2567/{agency}/quality")).GetProperty("forms").EnumerateArray()
            .Single(form => form.GetProperty("survey").GetString() == "IIT").GetProperty("flags").EnumerateArray()
            .Single(flag => flag.GetProperty("code").GetString() == code);

    private async Task<Caller> KeyAsync(string agency)
    {
        var made = await SurveyCalls.AcceptedAsync(running.Api.PostAsync("keys", JsonContent.Create(new { scope = "agency", agency })));
        return new(running.App.Host.Address, made.GetProperty("key").GetString());
    }
}
