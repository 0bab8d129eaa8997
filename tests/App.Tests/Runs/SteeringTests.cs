using System.Net;
using System.Text;
using System.Text.Json;
using Ita.App.Jobs;
using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Web;

namespace Ita.App.Tests.Runs;

/// <summary>Pause, resume, cancel and retry, with messages that are delayed, repeated or reordered.</summary>
[Collection(HandDrivenTests.Name)]
public sealed class SteeringTests(HandDriven hand) : IAsyncLifetime
{
    public Task InitializeAsync() => hand.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Messages_twice_and_backwards_settle_every_item_once()
    {
        var run = await PlannedAsync("คุมหนึ่ง", "AA1", "AA2", "AA3");
        var items = await hand.ItemsAsync();
        Assert.Equal(3, items.Count);

        await hand.DeliverAsync("RenderBatch", items.Reverse());
        var once = await hand.Api.ManifestAsync(run);
        await hand.DeliverAsync("RenderBatch", items);
        await hand.FinishAsync(run);

        Assert.Equal("3 0 3 0 0", (await ShownAsync(run)).Counts());
        Assert.Equal(once, await hand.Api.ManifestAsync(run));
    }

    [Fact]
    public async Task A_paused_run_discards_its_messages_and_a_resumed_one_sends_the_unsettled_items()
    {
        var run = await PlannedAsync("คุมสอง", "BB1", "BB2", "BB3");
        var items = await hand.ItemsAsync();

        Assert.Equal("paused", (await hand.Api.SteeredAsync(run, "pause")).State());
        await hand.DeliverAsync("RenderBatch", items);
        Assert.Equal("3 3 0 0 0", (await ShownAsync(run)).Counts());

        // The progress checks end too.
        await hand.PlanAsync();
        Assert.Empty(await hand.TakeAllAsync(StorageNames.Queues.Plan));

        await hand.Api.SteeredAsync(run, "resume");
        await hand.PlanAsync();
        Assert.Equal(3, (await hand.ItemsAsync()).Count);
        await hand.Api.SteeredAsync(run, "resume");
        await hand.FinishAsync(run);
        Assert.Equal(("finished", "3 0 3 0 0"), ((await ShownAsync(run)).State(), (await ShownAsync(run)).Counts()));
    }

    [Fact]
    public async Task A_cancelled_run_has_a_line_for_every_item_and_continues_when_requested_again()
    {
        var run = await PlannedAsync("คุมสาม", "CC1", "CC2", "CC3");
        var items = await hand.ItemsAsync();
        await hand.DeliverAsync("RenderBatch", items[1]);

        Assert.Equal("cancelled", (await hand.Api.SteeredAsync(run, "cancel")).State());
        await hand.FinishAsync(run);
        await hand.DeliverAsync("RenderBatch", items);
        var ended = await ShownAsync(run);
        Assert.Equal(("cancelled", "3 0 1 2 0", "skipped run-cancelled 2"), (ended.State(), ended.Counts(), ended.Reasons()));

        await hand.Api.StartedAsync(RunNation.Order("คุมสาม", "result"));
        await hand.FinishAsync(run);
        Assert.Equal(("finished", "3 0 3 0 0"), ((await ShownAsync(run)).State(), (await ShownAsync(run)).Counts()));
    }

    [Fact]
    public async Task Cancelled_before_it_is_planned_a_run_still_has_a_line_for_everything()
    {
        await RunNation.ByHandAsync(hand, "คุมสี่", ("DD1", 80m), ("DD2", 80m));
        var run = (await hand.Api.StartedAsync(RunNation.Order("คุมสี่", "result", "summary"))).Id();
        await hand.Api.SteeredAsync(run, "cancel");
        await hand.FinishAsync(run);

        Assert.Equal("3 0 0 3 0", (await ShownAsync(run)).Counts());
    }

    [Fact]
    public async Task A_failed_item_is_reported_with_its_reason_and_can_be_retried()
    {
        var run = await PlannedAsync("คุมห้า", "EE1", "EE2");
        string[] items = [.. (await hand.ItemsAsync()).Order(StringComparer.Ordinal)];
        await hand.DeliverAsync("PoisonRenderBatch", items[0]);
        await hand.DeliverAsync("RenderBatch", items[1]);

        // A poison message after the item was done changes nothing.
        await hand.DeliverAsync("PoisonRenderBatch", items[1]);
        await hand.FinishAsync(run);
        var failed = await ShownAsync(run);
        Assert.Equal(("finished", "2 0 1 0 1", "failed every-try-failed 1"), (failed.State(), failed.Counts(), failed.Reasons()));
        Assert.Equal(["failed every-try-failed", "done "], (await hand.Api.ManifestAsync(run)).Select(line => $"{line.Status} {line.Reason}"));

        await hand.Api.SteeredAsync(run, "retry");
        await hand.PlanAsync();
        Assert.Contains("EE1", Assert.Single(await hand.ItemsAsync()), StringComparison.Ordinal);
        await hand.Api.SteeredAsync(run, "resume");
        await hand.FinishAsync(run);
        Assert.Equal(("finished", "2 0 2 0 0"), ((await ShownAsync(run)).State(), (await ShownAsync(run)).Counts()));
    }

    [Fact]
    public async Task A_finished_run_is_neither_paused_nor_resumed_nor_cancelled()
    {
        var run = await PlannedAsync("คุมหก", "FF1");
        await hand.FinishAsync(run);

        foreach (var verb in new[] { "pause", "resume", "cancel" })
        {
            using var answer = await hand.Api.PostAsync($"runs/{run}/{verb}");

            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Equal("run-not-in-state", (await Caller.JsonAsync(answer)).GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task Summaries_come_after_their_members_and_the_nations_last()
    {
        await RunNation.ByHandAsync(hand, 2564, "ทิศเหนือ", ("GG1", 80m));
        await RunNation.ByHandAsync(hand, 2564, "ทิศใต้", ("GG2", 90m));
        var run = (await hand.Api.StartedAsync("""{"fiscalYear":2564,"scope":"nation","kinds":["result","summary"]}""")).Id();
        await hand.PlanAsync();
        // Messages are sent concurrently, so their order in the queue is not fixed.
        var members = (await hand.ItemsAsync()).ToDictionary(Subject);
        var (north, south) = (members["GG1"], members["GG2"]);

        await hand.PlanAsync();
        Assert.Empty(await hand.ItemsAsync());

        await hand.DeliverAsync("RenderBatch", south);
        var look = await hand.PlanAsync();
        Assert.Equal(["summary|ทิศใต้|"], await SubjectsAsync());
        await hand.DeliverAsync("RenderBatch", north);

        // A repeated progress check requests nothing new.
        await hand.DeliverAsync("PlanRun", look);
        Assert.Empty(await hand.ItemsAsync());
        await hand.PlanAsync();
        var parts = await hand.ItemsAsync();
        Assert.Equal(["summary|ทิศเหนือ|"], parts.Select(Subject));

        // The message of the south was taken off the queue above; resuming sends it again.
        await hand.DeliverAsync("RenderBatch", parts);
        await hand.Api.SteeredAsync(run, "resume");
        await hand.FinishAsync(run);
        Assert.Equal(["result 2564", "result 2564", "summary 2564", "summary 2564 ทิศเหนือ", "summary 2564 ทิศใต้"],
            (await hand.Api.ManifestAsync(run)).Select(line => $"{line.Kind} {line.Year} {(line.Kind == "summary" ? line.Province : "")}".Trim()));
        Assert.Equal("5 0 5 0 0", (await ShownAsync(run)).Counts());
    }

    [Fact]
    public async Task A_result_corrected_while_its_message_waits_is_printed_as_it_is_then()
    {
        await RunNation.ByHandAsync(hand, "คุมเจ็ด", ("HH1", 80m));
        var run = (await hand.Api.StartedAsync(RunNation.Order("คุมเจ็ด", "analysis"))).Id();
        await hand.PlanAsync();
        await hand.IngestAsync(ScoreFile.Whole("HH1", 81m), "corrected.csv");

        await hand.FinishAsync(run);

        Assert.Equal("2 done", (await hand.Api.ManifestAsync(run)).Select(line => $"{line.Version} {line.Status}").Single());
    }

    private async Task<string> PlannedAsync(string province, params string[] agencies)
    {
        await RunNation.ByHandAsync(hand, province, [.. agencies.Select(code => (code, (decimal?)80m))]);
        var run = (await hand.Api.StartedAsync(RunNation.Order(province, "result"))).Id();
        await hand.PlanAsync();
        return run;
    }

    private async Task<IEnumerable<string>> SubjectsAsync() => (await hand.ItemsAsync()).Select(Subject);

    private static string Subject(string message) => Job.Read<RunItemJob>(Encoding.UTF8.GetBytes(message)) switch
    {
        PrintItemJob print => print.Report.Agency,
        ReviseItemJob revise => revise.Agency,
        var job => throw new ArgumentException($"{job} is no message for an item.", nameof(message)),
    };

    private Task<JsonElement> ShownAsync(string run) => hand.Api.JsonAsync($"runs/{run}");
}
