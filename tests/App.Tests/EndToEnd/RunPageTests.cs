using System.Net;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Runs;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The pages of runs start and steer what the API starts and steers, under the same rules.</summary>
[Collection(AppTests.Name)]
public sealed class RunPageTests(RunningApp running) : IDisposable
{
    private const string Runs = "runs";
    private const string Root = "/api/app/";

    private readonly OfficersForms forms = new(running.App.Host.Address);

    [Fact]
    public async Task A_run_of_the_form_is_that_of_the_api()
    {
        const string Province = "จังหวัดรอบหนึ่ง";
        await RunNation.SentAsync(running.Api, Province, ("PAGERUNA", 90m), ("PAGERUNB", null));

        var (status, redirect) = await forms.PostAsync(
            Runs, ("fiscalYear", "2565"), ("province", Province), ("kinds", "result"), ("digits", "thai"));

        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.StartsWith(Root, redirect, StringComparison.Ordinal);
        var address = redirect[Root.Length..];
        var finished = await running.Api.FinishedAsync(address[(Runs.Length + 1)..]);
        Assert.Equal(("2 0 1 1 0", "thai"), (finished.Counts(), finished.GetProperty("digits").GetString()));
        var page = await forms.ShownAsync(address);
        Assert.Contains("2 จาก 2 รายการ", page, StringComparison.Ordinal);
        Assert.Contains("ยังไม่มีผลการประเมิน", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.Contains(address, await forms.ShownAsync(Runs), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kinds", "none")]
    [InlineData("kinds", "summary")]
    [InlineData("digits", "roman")]
    [InlineData("province", "จังหวัดที่ไม่มี")]
    public async Task A_refused_run_is_shown_again_and_starts_nothing(string field, string value)
    {
        var before = (await running.Api.JsonAsync("runs")).GetArrayLength();

        var (status, page) = await forms.PostAsync(Runs, ("fiscalYear", "2565"), (field, value), (field == "kinds" ? "none" : "kinds", "memo"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Equal(before, (await running.Api.JsonAsync("runs")).GetArrayLength());
    }

    [Fact]
    public async Task A_verb_that_the_state_does_not_allow_is_refused_on_the_page_of_the_run()
    {
        await RunNation.SentAsync(running.Api, "จังหวัดรอบสาม", ("PAGERUNE", 90m));
        var run = await running.Api.StartedAsync(RunNation.Order("จังหวัดรอบสาม", "result"));
        await running.Api.FinishedAsync(run.Id());

        var refused = await forms.PostAsync($"{Runs}/{run.Id()}", ("verb", "pause"));
        var unknown = await forms.PostAsync($"{Runs}/run-2565-none", ("verb", "pause"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound), (refused.Status, unknown.Status));
        Assert.Contains("role=\"alert\"", refused.Page, StringComparison.Ordinal);
        Assert.Equal("finished", (await running.Api.JsonAsync($"runs/{run.Id()}")).State());
    }

    public void Dispose() => forms.Dispose();
}
