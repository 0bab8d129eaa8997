using System.Net;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Appeals;

/// <summary>A comment from the draft to the publication, by the API and by the pages, with the record that is printed of it. In 2569, which no
/// other test publishes, as the days of a year hold for all its agencies.</summary>
[Collection(AppTests.Name)]
public sealed class AppealsWalkTests(RunningApp running) : IAsyncLifetime, IDisposable
{
    private const string Agency = "AP-WALK";
    private readonly PageClient pages = new(running.App.Host.Address);

    public async Task InitializeAsync()
    {
        await running.Api.SentAsync($"fiscal_year,agency_code,item,score\n2569,{Agency},O1,0\n2569,{Agency},O2,100\n", $"{Agency}.csv");
        await SetDaysAsync("2199-12-31");
    }

    // The year of the other tests must not wait for these days.
    public Task DisposeAsync() => SetDaysAsync("2025-10-02");

    public void Dispose() => pages.Dispose();

    [Fact]
    public async Task An_accepted_comment_changes_the_score_and_the_draft_is_published_with_a_reason_for_not_waiting()
    {
        using (var sent = await running.Api.PostAsync(
            $"appeals/2569/{Agency}", Json("""{"items":["O1"],"comment":"เผยแพร่แล้ว","evidence":[{"url":"https://www.example.go.th/o1"}]}""")))
        {
            Assert.Equal("submitted", (await Caller.JsonAsync(sent)).GetProperty("state").GetString());
        }

        var shown = (await pages.GetAsync($"/appeals/2569/{Agency}")).Text;
        Assert.Contains("เผยแพร่แล้ว", shown, StringComparison.Ordinal);
        Assert.Contains(Agency, (await pages.GetAsync("/appeals/2569")).Text, StringComparison.Ordinal);

        var answered = await pages.PostAsync(
            $"/appeals/2569/{Agency}/1/answer", ("decision", "accept"), ("score-1-0", "100"), ("answer", "พบหลักฐานแล้ว"));
        Assert.Equal((HttpStatusCode.SeeOther, $"/api/app/appeals/2569/{Agency}?done=answered"), (answered.Status, answered.Location));

        var record = await RecordAsync();
        Assert.All(
            (string[])["เผยแพร่แล้ว", "พบหลักฐานแล้ว", "ในผลฉบับที่", "https://www.example.go.th/o1"],
            words => Assert.Contains(words, record, StringComparison.Ordinal));
        Assert.Equal(2, (await running.Api.JsonAsync($"results/2569/{Agency}/versions")).GetProperty("current").GetInt32());
        await PublishedAsync();
    }

    private async Task PublishedAsync()
    {
        using var waiting = await running.Api.PostAsync($"results/2569/{Agency}/publish", Json("""{"reason":"ครบ"}"""));
        Assert.Equal(HttpStatusCode.Conflict, waiting.StatusCode);

        using var published = await running.Api.PostAsync(
            $"results/2569/{Agency}/publish", Json("""{"reason":"ครบ","overruleReason":"หน่วยงานแจ้งว่าไม่มีความเห็นเพิ่ม"}"""));

        Assert.Equal("หน่วยงานแจ้งว่าไม่มีความเห็นเพิ่ม", (await Caller.JsonAsync(published)).GetProperty("overruleReason").GetString());
        using var late = await running.Api.PostAsync($"appeals/2569/{Agency}", Json("""{"items":["O2"],"comment":"ช้าไป","evidence":[]}"""));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var key = await running.Api.PostAsync("keys", Json("""{"scope":"agency","agency":"AP-OTHER","note":"test"}"""));
        using var stranger = new Caller(running.App.Host.Address, (await Caller.JsonAsync(key)).GetProperty("key").GetString());
        await RefusalsTests.RefusedAsync(stranger.GetAsync($"reports/2569/{Agency}/appeals?format=html"), HttpStatusCode.NotFound, "not-found");
    }

    private async Task<string> RecordAsync()
    {
        using var answer = await running.Api.GetAsync($"reports/2569/{Agency}/appeals?format=html");
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task SetDaysAsync(string last)
    {
        using var set = await running.Api.PutAsync(
            "appeals/2569", $$"""{"opens":"2025-10-01","closes":"{{last}}","answersBy":"{{last}}"}""");
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
    }

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");
}
