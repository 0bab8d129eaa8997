using System.Net;
using System.Text.Json;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;
using Ita.Tests;

namespace Ita.App.Tests.Bodies;

/// <summary>A body that cannot be read, or that asks for what the call does not do, is refused, and nothing happens.</summary>
[Collection(AppTests.Name)]
public sealed class UnreadableBodyTests(RunningApp running)
{
    [Theory]
    [InlineData("{bad")]
    [InlineData("\"x\"")]
    [InlineData("[1]")]
    [InlineData("{\"reason\":\"a\\ud800\"}")]
    [InlineData("{\"reasn\":\"x\"}")]
    public async Task Nothing_is_published(string body)
    {
        await running.Api.SentAsync(ScoreFile.Whole("UNREADA", 70m));

        await RefusalsTests.RefusedAsync(
            running.Api.PostAsync("results/2565/UNREADA/publish", new StringContent(body)), HttpStatusCode.BadRequest, "reason-invalid");

        Assert.Equal("draft", (await running.Api.ResultAsync(2565, "UNREADA")).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("UNREADB", "")]
    [InlineData("UNREADC", " \n")]
    [InlineData("UNREADD", "{}")]
    [InlineData("UNREADE", "{\"reason\":null}")]
    [InlineData("UNREADF", "{\"reason\":\"ครบกำหนด\"}")]
    public async Task An_empty_body_publishes_without_a_reason(string agency, string body)
    {
        await running.Api.SentAsync(ScoreFile.Whole(agency, 70m));

        using var answer = await running.Api.PostAsync($"results/2565/{agency}/publish", new StringContent(body));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("{bad")]
    [InlineData("{\"reason\":1}")]
    [InlineData("{\"reason\":\"x\",\"closes\":\"2569-01-01\"}")]
    public async Task A_survey_is_neither_closed_nor_opened_again(string body)
    {
        var survey = new SurveyCalls(running, "UNREADSV");
        await survey.OpenAsync();

        await RefusalsTests.RefusedAsync(survey.MoveAsync("close", body), HttpStatusCode.BadRequest, "survey-invalid");
        await RefusalsTests.RefusedAsync(survey.MoveAsync("reopen", body), HttpStatusCode.BadRequest, "survey-invalid");

        Assert.Equal("open", (await running.Api.JsonAsync(survey.Path)).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("{bad")]
    [InlineData("[]")]
    [InlineData("{\"reason\":\"เปลี่ยนรหัส\"}")]
    [InlineData("x=1")]
    public async Task A_code_stays_valid(string body)
    {
        var survey = new SurveyCalls(running, $"UNREADCODE{body.Length}");
        var code = await survey.OpenAsync();

        await RefusalsTests.RefusedAsync(
            running.Api.PostAsync($"{survey.Path}/iit/code", new StringContent(body)), HttpStatusCode.BadRequest, "body-unexpected");

        using var sheet = await survey.SendIitAsync(code, SurveyCalls.Answers("IIT"));
        Assert.Equal(HttpStatusCode.Created, sheet.StatusCode);
    }

    [Theory]
    [InlineData("{bad")]
    [InlineData("{\"reason\":\"ทำหาย\"}")]
    public async Task A_key_stays_valid(string body)
    {
        using var made = await running.Api.PostAsync("keys", new StringContent("""{"scope":"assessor"}"""));
        var key = (await Caller.JsonAsync(made)).Id();

        await RefusalsTests.RefusedAsync(
            running.Api.SendAsync(HttpMethod.Delete, $"keys/{key}", new StringContent(body)), HttpStatusCode.BadRequest, "body-unexpected");

        Assert.Equal(
            JsonValueKind.Null,
            (await running.Api.JsonAsync("keys")).EnumerateArray().Single(one => one.Id() == key).GetProperty("revokedAt").ValueKind);
        using var deleted = await running.Api.SendAsync(HttpMethod.Delete, $"keys/{key}", new StringContent("{}"));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
    }

    [Fact]
    public async Task A_picture_and_a_run_stay_as_they_were()
    {
        using var put = await running.Api.PutAsync("measures/2566/UNREADPIC", """[{"measure":"ก"}]""");
        using var added = await running.Api.PostAsync("measures/2566/UNREADPIC/m01/pictures", new ByteArrayContent(PictureFiles.Png(3, 2)));
        var picture = (await Caller.JsonAsync(added)).Id();
        using var started = await running.Api.PostAsync(
            "runs", new StringContent("""{"fiscalYear":2563,"scope":{"agencies":["UNREADRUN"]},"kinds":["result"]}"""));
        var run = (await Caller.JsonAsync(started)).Id();

        foreach (var (method, path) in ((HttpMethod, string)[])
        [
            (HttpMethod.Delete, $"measures/2566/UNREADPIC/m01/pictures/{picture}"),
            (HttpMethod.Post, $"runs/{run}/pause"), (HttpMethod.Post, $"runs/{run}/resume"),
            (HttpMethod.Post, $"runs/{run}/cancel"), (HttpMethod.Post, $"runs/{run}/retry"),
            (HttpMethod.Post, "reports/2566/UNREADPIC/analysis"), (HttpMethod.Post, "reports/2566/summary"),
        ])
        {
            await RefusalsTests.RefusedAsync(
                running.Api.SendAsync(method, path, new StringContent("{bad")), HttpStatusCode.BadRequest, "body-unexpected");
        }

        Assert.Equal(1, (await running.Api.JsonAsync("measures/2566/UNREADPIC/m01/pictures")).GetArrayLength());
    }

    [Theory]
    [InlineData("{\"phone\":\"a\\ud800\"}")]
    [InlineData("{\"a\\udc00\":1}")]
    [InlineData("{bad")]
    [InlineData("[]")]
    [InlineData("{\"answers\":{\"I1\":\"\\ud800\"}}")]
    public async Task A_sheet_or_a_request_for_a_password_that_cannot_be_read_is_refused(string body)
    {
        var survey = new SurveyCalls(running, "UNREADSHEET");
        await survey.OpenAsync();
        foreach (var path in (string[])["iit/responses", "eit/responses", "eit/otp"])
        {
            await RefusalsTests.RefusedAsync(survey.PostAsync(path, new StringContent(body)), HttpStatusCode.BadRequest, "sheet-unreadable");
            await RefusalsTests.RefusedAsync(
                survey.PostAsync(path, new ByteArrayContent([.. "{\"phone\":\""u8, 0xFF, .. "\"}"u8])), HttpStatusCode.BadRequest, "sheet-unreadable");
        }
    }
}
