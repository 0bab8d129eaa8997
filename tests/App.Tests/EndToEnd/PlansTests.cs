using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>From a score to a plan, over the API, with the figures of the seed documents (docs/sources).</summary>
[Collection(AppTests.Name)]
public sealed class PlansTests(RunningApp running)
{
    [Fact]
    public async Task Two_failed_checklist_items_bring_their_points_but_no_rating()
    {
        await SampleAsync("2566-scores-ekkarat.csv");

        var plan = await running.Api.JsonAsync("results/2566/06150502/plan");

        var gains = plan.GetProperty("gains").EnumerateArray()
            .ToDictionary(gain => gain.GetProperty("code").GetString()!, gain => gain.GetProperty("totalGain").GetRawText());
        Assert.Equal(("1.00", "0.40"), (gains["O25"], gains["O8"]));
        var needs = plan.GetProperty("needs").EnumerateArray()
            .ToDictionary(need => need.GetProperty("code").GetString()!, need => need.GetProperty("points").GetRawText());
        Assert.Equal(("5.00", "7.94", "8.69"), (needs["IIT"], needs["EIT1"], needs["EIT2"]));
    }

    [Fact]
    public async Task The_analysis_finds_the_21_weak_items_and_every_issue()
    {
        await SampleAsync("2566-scores-ekkarat.csv");
        await SampleAsync("2565-indicators.csv");

        var analysis = await running.Api.JsonAsync("results/2566/06150502/analysis");

        Assert.Equal(21, analysis.GetProperty("strengths").GetProperty("weakItems").GetArrayLength());
        Assert.Equal(7, analysis.GetProperty("issues").GetArrayLength());
        var total = analysis.GetProperty("yearOverYear").GetProperty("total");
        Assert.Equal(
            ("70.24", "91.61", "21.37"),
            (total.GetProperty("before").GetRawText(), total.GetProperty("after").GetRawText(), total.GetProperty("change").GetRawText()));
        Assert.Equal("cannotBeTested", total.GetProperty("test").GetString());
    }

    [Fact]
    public async Task One_indicator_is_enough_where_only_one_instrument_blocks()
    {
        await SampleAsync("2567-indicators.csv");

        var plan = await running.Api.JsonAsync("results/2567/06471804/plan");

        Assert.Equal(("found", "ผ่านดีเยี่ยม"), (plan.GetProperty("outcome").GetString(), plan.GetProperty("target").GetString()));
        var raises = plan.GetProperty("byPoints").GetProperty("raises").EnumerateArray().ToList();
        Assert.Equal(
            "1.86",
            raises.Sum(raise => raise.GetProperty("points").GetDecimal()).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
        var only4 = await running.Api.JsonAsync("results/2567/06471804/plan?without=IND1,IND2,IND3,IND5");
        var raise = Assert.Single(only4.GetProperty("byPoints").GetProperty("raises").EnumerateArray());
        Assert.Equal(
            ("IND4", "84.76", "86.62"),
            (raise.GetProperty("code").GetString(), raise.GetProperty("from").GetRawText(), raise.GetProperty("to").GetRawText()));
    }

    [Fact]
    public async Task Strengths_are_exactly_those_the_numbers_allow()
    {
        await SampleAsync("2565-indicators.csv");

        var analysis = await running.Api.JsonAsync("results/2565/05470113/analysis");
        var plan = await running.Api.JsonAsync("results/2565/05470113/plan");

        Assert.Equal(
            [1, 2, 3, 4, 5, 6, 9, 10],
            analysis.GetProperty("strengths").GetProperty("strong").EnumerateArray().Select(number => number.GetInt32()));
        var survey = analysis.GetProperty("strengths").GetProperty("instruments")
            .EnumerateArray().Single(one => one.GetProperty("instrument").GetString() == "EIT");
        Assert.Equal("IND7", Assert.Single(survey.GetProperty("indicators").GetProperty("lowest").EnumerateArray()).GetString());
        var alone = plan.GetProperty("needs")[0].GetProperty("alone").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "EIT");
        Assert.Equal("2.57", alone.GetProperty("points").GetRawText());
        Assert.Contains(analysis.GetProperty("disagreements").EnumerateArray(), one => one.GetProperty("kind").GetString() == "papersAgainstPeople");
    }

    [Fact]
    public async Task A_plan_is_stored_followed_up_and_compared_with_the_weaknesses()
    {
        await SampleAsync("2566-scores-ekkarat.csv");
        const string Plan = """
            [{"measure":"จัดทำคู่มือการปฏิบัติงาน","issue":1,"items":["I7","I8"],"steps":["ร่าง","เผยแพร่"],
              "period":"ต.ค. 2566 - ก.ย. 2567","responsible":"สำนักปลัด","monitoring":"รายงานรอบ 6 และ 12 เดือน"},
             {"measure":"เผยแพร่ข้อมูล","items":["O1"],"steps":[]}]
            """;
        using var put = await running.Api.PutAsync("measures/2566/06150502", Plan);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);

        using var patched = await PatchAsync(
            "measures/2566/06150502/m01",
            """{"status":"started","percent":40,"result":"ร่างแล้ว","evidence":[{"url":"https://www.example.go.th/"}]}""");
        var measure = await patched.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("started", measure.GetProperty("measure").GetProperty("status").GetString());
        Assert.Equal("rootOnly", measure.GetProperty("evidenceFaults")[0].GetProperty("faults")[0].GetString());
        Assert.True(measure.GetProperty("rounds")[0].GetProperty("isOverdue").GetBoolean());

        var coverage = await running.Api.JsonAsync("measures/2566/06150502/coverage");
        var uncovered = coverage.GetProperty("uncovered").EnumerateArray().Select(code => code.GetString()).ToList();
        Assert.Contains("O25", uncovered);
        Assert.DoesNotContain("I7", uncovered);
        Assert.Equal("m02", Assert.Single(coverage.GetProperty("withoutWeakness").EnumerateArray()).GetString());
        Assert.Equal("m02", Assert.Single(coverage.GetProperty("incomplete").EnumerateArray()).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("""[{"measure":"x","items":["I99"]}]""", "measure-faults")]
    [InlineData("""[{"measure":"","items":[]}]""", "measure-faults")]
    [InlineData("""[{"measure":"x","percent":101}]""", "measure-faults")]
    [InlineData("""{"measure":"x"}""", "measures-invalid")]
    [InlineData("no JSON", "measures-invalid")]
    public async Task A_wrong_plan_is_refused_and_not_stored(string plan, string code)
    {
        using var answer = await running.Api.PutAsync("measures/2566/NOBODY", plan);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(0, (await running.Api.JsonAsync("measures/2566/NOBODY")).GetProperty("measures").GetArrayLength());
    }

    [Fact]
    public async Task A_rating_that_the_year_does_not_have_is_refused_as_target()
    {
        await SampleAsync("2565-indicators.csv");

        using var answer = await running.Api.GetAsync("results/2565/05470113/plan?target=ผ่านดี");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private Task SampleAsync(string name) => running.Api.SentAsync(ScoreFile.Sample(name), name);

    private Task<HttpResponseMessage> PatchAsync(string path, string json) =>
        running.Api.SendAsync(HttpMethod.Patch, path, new StringContent(json));
}
