using System.Net;
using System.Net.Http.Json;
using Ita.App.Surveys;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Web;

namespace Ita.App.Tests.Surveys;

/// <summary>A second worker on the same store: it completes what the first one began, and with ITA_READS=keyed it
/// returns drafts to key holders only.</summary>
[Collection(AppTests.Name)]
public sealed class SecondHostTests(RunningApp running) : IAsyncLifetime
{
    private AppOnHost? second;

    private AppOnHost Second => second!;

    public async Task InitializeAsync() => second = await AppOnHost.StartAsync(running.ConnectionString, ("ITA_READS", "keyed"));

    public Task DisposeAsync() => Second.DisposeAsync().AsTask();

    [Fact]
    public async Task A_password_of_one_instance_is_accepted_by_another_and_a_repeat_finds_its_sheet_at_the_first()
    {
        var survey = new SurveyCalls(running, "SH-MOVED");
        await survey.OpenAsync();
        var otp = await survey.PasswordAsync("0844444441");
        var nonce = SurveyCalls.Nonce();
        var sheet = new { phone = "0844444441", otp, nonce, answers = SurveyCalls.Answers("EIT1") };

        var first = await SurveyCalls.AcceptedAsync(Second.Public.PostAsync($"{survey.Path}/eit/responses", JsonContent.Create(sheet)));
        var again = await SurveyCalls.AcceptedAsync(survey.PostAsync("eit/responses", sheet), HttpStatusCode.OK);

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(1, await survey.GotAsync("EIT1"));
    }

    [Fact]
    public async Task Drafts_require_a_key_and_published_results_are_public()
    {
        await running.Api.SentAsync("fiscal_year,agency_code,item,score\n2567,SH-DRAFT,O1,100\n");
        using var own = await KeyAsync("SH-DRAFT");
        using var other = await KeyAsync("SH-ELSE");

        await RefusalsTests.RefusedAsync(Second.Public.GetAsync("results/2567/SH-DRAFT"), HttpStatusCode.Unauthorized, "key-required");
        await RefusalsTests.RefusedAsync(Second.Public.GetAsync("rankings/2567"), HttpStatusCode.Unauthorized, "key-required");
        await RefusalsTests.RefusedAsync(Second.Public.GetAsync("uploads"), HttpStatusCode.Unauthorized, "key-required");
        await RefusalsTests.RefusedAsync(
            Second.Public.GetAsync("templates/scores.csv?fiscalYear=2567&agency=SH-DRAFT"), HttpStatusCode.NotFound, "not-found");
        await RefusalsTests.RefusedAsync(other.GetAsync("results/2567/SH-DRAFT"), HttpStatusCode.NotFound, "not-found");
        await RefusalsTests.RefusedAsync(own.GetAsync("results/2567"), HttpStatusCode.Forbidden, "key-too-weak");
        using var draft = await own.GetAsync("results/2567/SH-DRAFT");
        using var open = await Second.Public.GetAsync("templates/scores.csv?fiscalYear=2567");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (draft.StatusCode, open.StatusCode));

        using var published = await running.Api.PostAsync("results/2567/SH-DRAFT/publish");
        using var forAll = await Second.Public.GetAsync("results/2567/SH-DRAFT");
        using var forOthers = await other.GetAsync("results/2567/SH-DRAFT");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (published.StatusCode, forAll.StatusCode, forOthers.StatusCode));
    }

    [Fact]
    public async Task The_public_sees_no_draft_of_a_neighbouring_year_or_of_a_later_version()
    {
        const string agency = "DC-YEARS";
        await running.Api.SentAsync(ScoreFile.Whole(2565, [agency], (_, _) => 71.11m));
        await running.Api.SentAsync(ScoreFile.Whole(2566, [agency], (_, _) => 82m));
        using var published = await running.Api.PostAsync($"results/2566/{agency}/publish");

        Assert.Equal("null", (await Second.Public.JsonAsync($"results/2566/{agency}/analysis")).GetProperty("yearOverYear").GetRawText());
        Assert.NotEqual("null", (await running.Api.JsonAsync($"results/2566/{agency}/analysis")).GetProperty("yearOverYear").GetRawText());
        using var html = await Second.Public.GetAsync($"reports/2566/{agency}/analysis?format=html");
        Assert.Equal(HttpStatusCode.OK, html.StatusCode);
        Assert.DoesNotContain("71.11", await html.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await running.Api.SentAsync(ScoreFile.Whole(2566, [agency], (_, _) => 83.33m), "later.csv");
        await RefusalsTests.RefusedAsync(
            Second.Public.GetAsync($"results/2566/{agency}?format=csv&version=2"), HttpStatusCode.NotFound, "no-version");
        await RefusalsTests.RefusedAsync(Second.Public.GetAsync($"results/2566/{agency}?format=csv"), HttpStatusCode.NotFound, "no-version");
        await RefusalsTests.RefusedAsync(Second.Public.GetAsync($"results/2566/{agency}?version=2"), HttpStatusCode.NotFound, "no-version");
    }

    [Fact]
    public async Task The_public_does_not_see_the_check_sheet_of_a_published_result()
    {
        const string agency = "SH-CHECK";
        await running.Api.SentAsync(ScoreFile.Whole(2566, [agency], (_, _) => 82m), "check.csv");
        using var own = await KeyAsync(agency);
        using var published = await running.Api.PostAsync($"results/2566/{agency}/publish");

        using var analysis = await Second.Public.GetAsync($"reports/2566/{agency}/analysis?format=html");
        using var check = await own.GetAsync($"reports/2566/{agency}/check?format=html");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (analysis.StatusCode, check.StatusCode));
        foreach (var format in new[] { "", "?format=html", "?format=pdf" })
        {
            await RefusalsTests.RefusedAsync(Second.Public.GetAsync($"reports/2566/{agency}/check{format}"), HttpStatusCode.NotFound, "not-found");
        }
    }

    private async Task<Caller> KeyAsync(string agency)
    {
        var made = await SurveyCalls.AcceptedAsync(running.Api.PostAsync("keys", JsonContent.Create(new { scope = "agency", agency })));
        return new(Second.Host.Address, made.GetProperty("key").GetString());
    }
}
