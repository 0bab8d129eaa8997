using System.Net;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Bodies;

/// <summary>Measures that an earlier version stored with nulls can be read, changed and printed.</summary>
[Collection(AppTests.Name)]
public sealed class StoredNullTests(RunningApp running)
{
    [Theory]
    [InlineData("NULLA", """{"id":"m01","analysed":2566,"carriedOut":2567,"items":[],"title":"ก","steps":[],"evidence":[{}],"reports":[],"pictures":[]}""")]
    [InlineData("NULLB", """{"id":"m01","analysed":2566,"carriedOut":2567,"items":[null],"title":"ก","steps":[null],"evidence":[null],"reports":[null],"pictures":[]}""")]
    [InlineData("NULLC", """{"id":"m01","analysed":2566,"carriedOut":2567,"items":[],"title":"ก","steps":[],"reports":[{"round":"sixMonths","date":"2024-03-31","percent":1}]}""")]
    [InlineData("NULLD", """{"id":"m01","analysed":2566,"carriedOut":2567,"title":"ก"}""")]
    public async Task A_plan_stored_with_nulls_is_read_and_changed(string agency, string stored)
    {
        await running.Api.SentAsync(ScoreFile.Whole(2566, [agency], (_, _) => 90m));
        await running.Storage.Table(StorageNames.Tables.Measures).UpsertEntityAsync(
            new($"2566+{agency}", "m01") { ["json"] = stored, ["changedAt"] = DateTimeOffset.UtcNow }, Azure.Data.Tables.TableUpdateMode.Replace, CancellationToken.None);

        var plan = await running.Api.JsonAsync($"measures/2566/{agency}");
        using var patched = await running.Api.SendAsync(HttpMethod.Patch, $"measures/2566/{agency}/m01", new StringContent("""{"percent":50}"""));
        using var page = await running.Api.GetAsync($"reports/2566/{agency}/follow-up?format=html");

        Assert.Equal("ก", plan.GetProperty("measures")[0].GetProperty("measure").GetProperty("measure").GetString());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (patched.StatusCode, page.StatusCode));
    }
}
