using System.Net;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Web;

namespace Ita.App.Tests.Surveys;

/// <summary>Closing scores the received sheets; reopening loses none.</summary>
[Collection(AppTests.Name)]
public sealed class ClosingTests(RunningApp running)
{
    [Fact]
    public async Task A_closed_survey_is_scored_from_its_sheets_and_accepts_no_more()
    {
        var survey = new SurveyCalls(running, "SV-CLOSE");
        var code = await survey.OpenAsync(internalStaff: 6);
        for (var sheet = 0; sheet < 6; sheet++)
        {
            await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT", sheet < 3 ? 1 : 6)));
        }

        await survey.CloseAsync();

        await RefusalsTests.RefusedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT")), HttpStatusCode.Conflict, "survey-closed");
        var result = await survey.ScoredAsync();
        var item = result.Indicator(1).GetProperty("items")[0];
        Assert.Equal(
            ("50.00", 6, "survey"),
            (item.GetProperty("score").GetRawText(), item.GetProperty("n").GetInt32(), result.GetProperty("upload").GetString()));
        Assert.Equal("closed", (await running.App.Public.JsonAsync(survey.Path)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_reopened_survey_keeps_its_sheets_its_code_and_the_reason()
    {
        var survey = new SurveyCalls(running, "SV-REOPEN");
        var code = await survey.OpenAsync(internalStaff: 6);
        for (var sheet = 0; sheet < 5; sheet++)
        {
            await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT", 6)));
        }

        await survey.CloseAsync();
        await survey.ScoredAsync();
        using var reopened = await survey.MoveAsync("reopen", """{"closes":"2099-12-31","reason":"ระบบล่มในวันสุดท้าย"}""");
        Assert.Equal(
            ("open", "ระบบล่มในวันสุดท้าย"),
            ((await Caller.JsonAsync(reopened)).GetProperty("state").GetString(),
                (await running.App.Public.JsonAsync(survey.Path)).GetProperty("reopenedBecause").GetString()));

        for (var sheet = 0; sheet < 5; sheet++)
        {
            await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT", 6)));
        }

        Assert.Equal(10, await survey.GotAsync("IIT"));
        await survey.CloseAsync("ครบแล้ว");
        var result = await Eventually.AsWishedAsync(() => running.Api.ResultAsync(2567, "SV-REOPEN"), seen => seen.Version() == 2, "version 2");
        Assert.Equal("100.00", result.GetProperty("instruments").GetProperty("IIT").GetProperty("score").GetRawText());
        var entries = (await running.Api.JsonAsync("audit?pageSize=1000")).GetProperty("entries").EnumerateArray()
            .Where(entry => entry.GetProperty("subject").GetString() == "2567/SV-REOPEN").Select(entry => entry.GetProperty("what").GetString());
        Assert.Equal(["survey-set", "survey-code-made", "survey-closed", "survey-reopened", "survey-closed"], entries);
    }

    [Fact]
    public async Task Scores_of_few_people_are_published_nowhere_but_count_in_the_store()
    {
        var survey = new SurveyCalls(running, "SV-SECRET");
        var code = await survey.OpenAsync(internalStaff: 4);
        for (var sheet = 0; sheet < 4; sheet++)
        {
            await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT", 3)));
        }

        await survey.CloseAsync();
        var result = await survey.ScoredAsync();

        var item = result.Indicator(1).GetProperty("items")[0];
        Assert.Equal(
            ("null", "suppressed-few"),
            (item.GetProperty("score").GetRawText(), item.GetProperty("trace").GetProperty("reason").GetString()));
        Assert.Equal("null", result.GetProperty("instruments").GetProperty("IIT").GetProperty("score").GetRawText());
        using var csv = await running.Api.GetAsync("results/2567/SV-SECRET?format=csv");
        Assert.DoesNotContain("\"I1\"", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var diff = await running.Api.GetAsync("results/2567/SV-SECRET/diff?from=0&to=1");
        Assert.DoesNotContain("40.00", await diff.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_more_sheet_does_not_reveal_its_answers()
    {
        var survey = new SurveyCalls(running, "SV-ONE-MORE");
        var code = await survey.OpenAsync(internalStaff: 6);
        for (var sheet = 0; sheet < 5; sheet++)
        {
            await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT", 6)));
        }

        await survey.CloseAsync();
        await survey.ScoredAsync();
        using var reopened = await survey.MoveAsync("reopen", """{"closes":"2099-12-31","reason":"อีกหนึ่งคน"}""");
        await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT", 1)));
        await survey.CloseAsync();

        var result = await Eventually.AsWishedAsync(() => running.Api.ResultAsync(2567, "SV-ONE-MORE"), seen => seen.Version() == 2, "version 2");
        Assert.All(result.Indicator(1).GetProperty("items").EnumerateArray(), item => Assert.Equal("null", item.GetProperty("score").GetRawText()));
    }

    [Fact]
    public async Task Quality_requires_a_key_and_a_published_survey_does_not_change()
    {
        var survey = new SurveyCalls(running, "SV-QUALITY");
        var code = await survey.OpenAsync(internalStaff: 20);
        for (var sheet = 0; sheet < 12; sheet++)
        {
            await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT", sheet < 6 ? 3 : 6)));
        }

        await RefusalsTests.RefusedAsync(running.App.Public.GetAsync($"{survey.Path}/quality"), HttpStatusCode.Unauthorized, "key-required");
        var open = await IitAsync();
        Assert.Equal((12, "null"), (open.GetProperty("sheets").GetInt32(), open.GetProperty("official").GetRawText()));
        await survey.CloseAsync();
        await survey.ScoredAsync();
        var closed = await IitAsync();
        var straight = closed.GetProperty("flags").EnumerateArray().Single(flag => flag.GetProperty("code").GetString() == "straight-line");
        Assert.Equal((true, 6), (straight.GetProperty("raised").GetBoolean(), straight.GetProperty("count").GetInt32()));
        Assert.NotEqual(closed.GetProperty("official").GetRawText(), closed.GetProperty("shadow").GetRawText());

        using var published = await running.Api.PostAsync("results/2567/SV-QUALITY/publish");
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        await RefusalsTests.RefusedAsync(
            survey.MoveAsync("reopen", """{"closes":"2099-12-31","reason":"x"}"""), HttpStatusCode.Conflict, "survey-published");

        async Task<System.Text.Json.JsonElement> IitAsync() =>
            (await running.Api.JsonAsync($"{survey.Path}/quality")).GetProperty("forms").EnumerateArray().First();
    }

    [Fact]
    public async Task A_result_is_not_published_while_its_survey_is_open()
    {
        var survey = new SurveyCalls(running, "SV-PUBLISH");
        await survey.OpenAsync();
        await running.Api.SentAsync("fiscal_year,agency_code,item,score\n2567,SV-PUBLISH,O1,100\n");
        await RefusalsTests.RefusedAsync(running.Api.PostAsync("results/2567/SV-PUBLISH/publish"), HttpStatusCode.Conflict, "survey-not-closed");
    }

    [Fact]
    public async Task Closing_and_reopening_require_a_reason()
    {
        var survey = new SurveyCalls(running, "SV-REASON");
        await survey.OpenAsync();
        await RefusalsTests.RefusedAsync(survey.MoveAsync("close", "{}"), HttpStatusCode.Conflict, "survey-reason-missing");
        await survey.CloseAsync();
        await RefusalsTests.RefusedAsync(survey.MoveAsync("reopen", """{"closes":"2099-01-01"}"""), HttpStatusCode.Conflict, "survey-reason-missing");
        await RefusalsTests.RefusedAsync(
            survey.MoveAsync("reopen", """{"closes":"2025-01-01","reason":"x"}"""), HttpStatusCode.Conflict, "survey-reopen-in-past");
        await RefusalsTests.RefusedAsync(
            running.Api.PutAsync(survey.Path, """{"opens":"2025-01-01","closes":"2099-12-31"}"""), HttpStatusCode.Conflict, "survey-closed");
    }

    [Fact]
    public async Task Too_few_sheets_are_not_processed_and_the_result_states_the_effect()
    {
        var survey = new SurveyCalls(running, "SV-FEW");
        var code = await survey.OpenAsync(internalStaff: 40);
        for (var sheet = 0; sheet < 6; sheet++)
        {
            await SurveyCalls.AcceptedAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT", 6)));
        }

        await survey.CloseAsync();
        var iit = (await survey.ScoredAsync()).GetProperty("instruments").GetProperty("IIT");

        Assert.Equal(("null", "notProcessed"), (iit.GetProperty("score").GetRawText(), iit.GetProperty("status").GetString()));
        Assert.Equal("below-minimum-sample", iit.GetProperty("trace").GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_survey_whose_last_day_is_over_is_shown_as_closed()
    {
        var survey = new SurveyCalls(running, "SV-OVER");
        using var put = await running.Api.PutAsync(survey.Path, """{"opens":"2025-01-01","closes":"2025-01-31"}""");
        Assert.Equal("closed", (await Caller.JsonAsync(put)).GetProperty("state").GetString());
        await RefusalsTests.RefusedAsync(survey.SendIitAsync("AAAA-AAAA-AAAA", SurveyCalls.Answers("IIT")), HttpStatusCode.Conflict, "survey-closed");
        await RefusalsTests.RefusedAsync(running.Api.PostAsync($"{survey.Path}/iit/code"), HttpStatusCode.Conflict, "survey-closed");
    }

    [Fact]
    public async Task A_survey_that_is_not_open_yet_states_when_it_opens()
    {
        var survey = new SurveyCalls(running, "SV-EARLY");
        using var put = await running.Api.PutAsync(survey.Path, """{"opens":"2099-01-01","closes":"2099-01-31"}""");
        var code = await survey.NewCodeAsync();
        var (_, problem) = await SurveyCalls.AnswerAsync(survey.SendIitAsync(code, SurveyCalls.Answers("IIT")));
        Assert.Equal("survey-not-open", problem.GetProperty("code").GetString());
        Assert.Contains("2099-01-01", problem.GetProperty("detailEn").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"opens":"2025-02-01","closes":"2025-01-31"}""", "survey-period-invalid")]
    [InlineData("""{"opens":"2020-02-01","closes":"2025-01-31"}""", "survey-period-invalid")]
    [InlineData("""{"opens":"tomorrow"}""", "survey-invalid")]
    [InlineData("{}", "survey-invalid")]
    public Task An_invalid_period_is_refused(string json, string code) =>
        RefusalsTests.RefusedAsync(running.Api.PutAsync("surveys/2567/SV-PERIOD", json), HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task An_agency_with_too_few_sheets_is_on_the_list_of_reminders()
    {
        var survey = new SurveyCalls(running, "SV-SHORT");
        await survey.OpenAsync(internalStaff: 40);

        var list = await running.Api.JsonAsync("surveys/2567/reminders?day=2099-12-30&pageSize=1000");

        var reminder = list.GetProperty("reminders").EnumerateArray().Single(
            one => one.GetProperty("agencyCode").GetString() == "SV-SHORT" && one.GetProperty("form").GetProperty("survey").GetString() == "IIT");
        Assert.Equal((2, 30), (reminder.GetProperty("daysLeft").GetInt32(), reminder.GetProperty("form").GetProperty("short").GetInt32()));
    }
}
