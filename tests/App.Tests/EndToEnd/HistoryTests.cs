using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>Every change stays documented: what changed, who sent it and why.</summary>
[Collection(AppTests.Name)]
public sealed class HistoryTests(RunningApp running)
{
    [Fact]
    public async Task A_correction_reports_item_old_and_new_score_and_its_effect_up_to_the_rating()
    {
        var csv = ScoreFile.Whole("DIFF", 84.98m);
        await running.Api.SentAsync(csv, "diff.csv");
        using var sent = await running.Api.PostAsync(
            "uploads?name=corrected.csv&reason=O1%20was%20read%20wrong",
            new StringContent(csv.Replace("DIFF,I1,84.98", "DIFF,I1,100.00", StringComparison.Ordinal)));
        await running.Api.SettledAsync((await sent.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);

        var diff = await running.Api.JsonAsync("results/2565/DIFF/diff?from=1&to=2");

        var item = Assert.Single(diff.GetProperty("items").EnumerateArray());
        Assert.Equal("I1 84.98 100.00 15.02", Text(item));
        Assert.Equal("IND1 84.98 87.48 2.50", Text(Assert.Single(diff.GetProperty("indicators").EnumerateArray())));
        Assert.Equal("IIT 84.98 85.48 0.50", Text(Assert.Single(diff.GetProperty("instruments").EnumerateArray())));
        Assert.Equal("TOTAL 84.98 85.13 0.15", Text(diff.GetProperty("total")));
        Assert.Equal(
            ("B", "A"),
            (diff.GetProperty("rating").GetProperty("old").GetString(), diff.GetProperty("rating").GetProperty("new").GetString()));
        Assert.Equal("O1 was read wrong", diff.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_published_version_stays_published_after_a_correction()
    {
        var csv = ScoreFile.Whole("PUBLISHED", 86m);
        await running.Api.SentAsync(csv, "published.csv");
        using var published = await running.Api.PostAsync("results/2565/PUBLISHED/publish", new StringContent("{\"reason\":\"meeting 3\"}"));
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        Assert.Equal("published", (await running.Api.ResultAsync(2565, "PUBLISHED")).GetProperty("state").GetString());

        await running.Api.SentAsync(csv.Replace("PUBLISHED,I1,86.00", "PUBLISHED,I1,96.00", StringComparison.Ordinal), "later.csv");

        var versions = await running.Api.JsonAsync("results/2565/PUBLISHED/versions");
        Assert.Equal((2, 1), (versions.GetProperty("current").GetInt32(), versions.GetProperty("published").GetInt32()));
        Assert.Equal(
            ["published", "draft"],
            versions.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("state").GetString()!));
        Assert.Equal("86.00", (await running.Api.JsonAsync("results/2565/PUBLISHED?version=1")).Total());
        Assert.Equal("draft", (await running.Api.ResultAsync(2565, "PUBLISHED")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Readers_without_access_to_drafts_see_the_published_version_before_and_after_a_correction()
    {
        using var key = await running.Api.PostAsync("keys", JsonContent.Create(new { scope = "agency", agency = "PUBLIC-OTHER", note = "test" }));
        using var stranger = new Caller(running.App.Host.Address, (await Caller.JsonAsync(key)).GetProperty("key").GetString());
        var csv = ScoreFile.Whole("PUBLIC", 80m);
        await running.Api.SentAsync(csv);
        await RefusalsTests.RefusedAsync(stranger.GetAsync("results/2565/PUBLIC"), HttpStatusCode.NotFound, "not-found");
        await running.Api.SentAsync(csv.Replace("PUBLIC,I1,80.00", "PUBLIC,I1,90.00", StringComparison.Ordinal));
        using var published = await running.Api.PostAsync("results/2565/PUBLIC/publish");

        await ReadsVersion2AloneAsync(stranger);
        await running.Api.SentAsync(csv.Replace("PUBLIC,I1,80.00", "PUBLIC,I1,70.00", StringComparison.Ordinal));
        await ReadsVersion2AloneAsync(stranger);

        Assert.Equal(3, (await running.Api.ResultAsync(2565, "PUBLIC")).Version());
        await RefusalsTests.RefusedAsync(stranger.GetAsync("results/2565/PUBLIC?format=csv"), HttpStatusCode.NotFound, "no-version");
        await RefusalsTests.RefusedAsync(stranger.GetAsync("results/2565/PUBLIC/analysis"), HttpStatusCode.NotFound, "not-found");
    }

    private static async Task ReadsVersion2AloneAsync(Caller stranger)
    {
        var result = await stranger.ResultAsync(2565, "PUBLIC");
        Assert.Equal((2, "published"), (result.Version(), result.GetProperty("state").GetString()));
        await RefusalsTests.RefusedAsync(stranger.GetAsync("results/2565/PUBLIC?version=1"), HttpStatusCode.NotFound, "no-version");
        await RefusalsTests.RefusedAsync(stranger.GetAsync("results/2565/PUBLIC?version=3"), HttpStatusCode.NotFound, "no-version");
        await RefusalsTests.RefusedAsync(stranger.GetAsync("results/2565/PUBLIC/diff?from=1"), HttpStatusCode.NotFound, "no-version");
        var versions = await stranger.JsonAsync("results/2565/PUBLIC/versions");
        Assert.Equal((2, 1), (versions.GetProperty("current").GetInt32(), versions.GetProperty("versions").GetArrayLength()));
        Assert.Equal(0, (await stranger.JsonAsync("results/2565/PUBLIC/diff")).GetProperty("from").GetInt32());
    }

    [Fact]
    public async Task A_corrected_number_of_respondents_is_shown_in_the_difference_and_on_its_page()
    {
        await running.Api.SentAsync("fiscal_year,agency_code,item,score,respondents\n2565,DIFF-N,I1,80.00,51\n");
        using var sent = await running.Api.PostAsync(
            "uploads?reason=counted%20again", new StringContent("fiscal_year,agency_code,item,score,respondents\n2565,DIFF-N,I1,80.00,52\n"));
        await running.Api.SettledAsync((await Caller.JsonAsync(sent)).Id());

        var item = Assert.Single((await running.Api.JsonAsync("results/2565/DIFF-N/diff")).GetProperty("items").EnumerateArray());
        using var page = await running.Api.GetAsync("../app/results/2565/DIFF-N/changes?to=2");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal("I1 80.00 80.00 0.00", Text(item));
        Assert.Equal((51, 52), (item.GetProperty("oldN").GetInt32(), item.GetProperty("newN").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("51 → 52", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("counted again", html, StringComparison.Ordinal);
        using var none = await running.Api.GetAsync("../app/results/2565/DIFF-N/changes?to=9");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_missing_version_is_refused_with_the_existing_ones()
    {
        await running.Api.SentAsync(ScoreFile.Whole("ONE", 70m), "one.csv");

        using var answer = await running.Api.GetAsync("results/2565/ONE/diff?from=1&to=7");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("no-version", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_dry_run_reports_everything_and_stores_nothing()
    {
        var csv = ScoreFile.Whole("DRY", 88m);
        using var answer = await running.Api.PostAsync("uploads?name=dry.csv&dryRun=true", new StringContent(csv));

        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("accepted", report.Status());
        Assert.Equal("88.00", Assert.Single(report.GetProperty("results").EnumerateArray()).Total());
        using var result = await running.Api.GetAsync("results/2565/DRY");
        Assert.Equal(HttpStatusCode.NotFound, result.StatusCode);
        Assert.DoesNotContain(
            (await running.Api.JsonAsync("uploads")).EnumerateArray(),
            upload => upload.GetProperty("name").GetString() == "dry.csv");
    }

    [Fact]
    public async Task A_dry_run_of_a_wrong_file_lists_its_problems()
    {
        using var answer = await running.Api.PostAsync("uploads?dryRun=true", new StringContent(ScoreFile.Of("2565,DRYBAD,I99,80")));

        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("refused", report.Status());
        Assert.Contains(report.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("code").GetString() == "unknown-item");
    }

    private static string Text(JsonElement change) =>
        $"{change.GetProperty("code").GetString()} {change.GetProperty("old").GetRawText()} "
            + $"{change.GetProperty("new").GetRawText()} {change.GetProperty("change").GetRawText()}";
}
