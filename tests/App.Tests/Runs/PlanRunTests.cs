using System.Text;
using System.Text.Json;
using Ita.App.Jobs;
using Ita.App.Runs;
using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Web;
using Ita.Domain;

namespace Ita.App.Tests.Runs;

/// <summary>Planning continues from page to page when messages are repeated or lost.</summary>
[Collection(HandDrivenTests.Name)]
public sealed class PlanRunTests(HandDriven hand) : IAsyncLifetime
{
    private const int Agencies = 450;
    private const string Nothing = "0 0 0 0 0";

    public Task InitializeAsync() => hand.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_message_plans_a_page_of_registered_agencies_and_passes_on_the_last_code()
    {
        // A separate year, because a page covers all agencies of a year.
        await RunNation.ByHandAsync(hand, 2567, "หน้าหนึ่ง", [.. Codes("P").Select(code => (code, (decimal?)null))]);
        var run = (await hand.Api.StartedAsync("""{"fiscalYear":2567,"scope":"nation","kinds":["result"]}""")).Id();

        Assert.Equal(Nothing, (await ShownAsync(run)).Counts());
        Assert.Null(Read(await hand.PlanAsync()).After);
        Assert.Equal("200 0 0 200 0", (await ShownAsync(run)).Counts());
        Assert.Equal("P0200", Read(await hand.PlanAsync()).After);
        Assert.Equal("400 0 0 400 0", (await ShownAsync(run)).Counts());
        Assert.Equal("P0400", Read(await hand.PlanAsync()).After);
        await hand.FinishAsync(run);
        Assert.Equal(Codes("P"), (await hand.Api.ManifestAsync(run)).Select(line => line.Agency));
        Assert.Equal("skipped no-result 450", (await ShownAsync(run)).Reasons());
    }

    [Fact]
    public async Task With_every_message_delivered_twice_there_is_one_chain_and_every_item_once()
    {
        var run = await ListedAsync("Q");
        for (var step = 0; step < 3; step++)
        {
            var message = await hand.PlanAsync();
            await hand.DeliverAsync("PlanRun", message);
        }

        Assert.True((await ShownAsync(run)).GetProperty("planned").GetBoolean());
        var look = await hand.TakeAsync(StorageNames.Queues.Plan);
        Assert.Equal(3, Read(look).Step);
        Assert.Empty(await hand.TakeAllAsync(StorageNames.Queues.Plan));
        await hand.DeliverAsync("PlanRun", look, look);
        Assert.Equal("finished", (await ShownAsync(run)).State());
        Assert.Equal(Codes("Q"), (await hand.Api.ManifestAsync(run)).Select(line => line.Agency));
    }

    [Fact]
    public async Task Killed_between_sending_the_next_step_and_recording_its_own_there_is_still_one_chain()
    {
        var run = await ListedAsync("R");
        var first = await hand.PlanAsync();
        await UnbookAsync(run);

        // The next step is delivered before the killed one is repeated.
        await hand.PlanAsync();
        await hand.DeliverAsync("PlanRun", first);

        Assert.Equal(2, Read(Assert.Single(await hand.TakeAllAsync(StorageNames.Queues.Plan))).Step);
        Assert.Equal("400 0 0 400 0", (await ShownAsync(run)).Counts());
    }

    [Fact]
    public async Task A_page_waits_while_the_queue_is_full()
    {
        await RunNation.ByHandAsync(hand, "หน้าสี่", ("S1", 80m));
        var run = (await hand.Api.StartedAsync(RunNation.Order("หน้าสี่", "result"))).Id();
        var render = hand.Storage.Queues.GetQueueClient(StorageNames.Queues.RenderBatch);
        await Parallel.ForEachAsync(Enumerable.Range(0, 500), async (number, stop) => await render.SendMessageAsync($"{number}", stop));

        await hand.PlanAsync();
        Assert.Equal(Nothing, (await ShownAsync(run)).Counts());

        await render.ClearMessagesAsync();
        await hand.PlanAsync();
        Assert.Equal("1 1 0 0 0", (await ShownAsync(run)).Counts());
    }

    [Fact]
    public async Task Planning_that_fails_permanently_is_shown_and_can_be_resumed()
    {
        await RunNation.ByHandAsync(hand, "หน้าห้า", ("T1", 80m));
        var run = (await hand.Api.StartedAsync(RunNation.Order("หน้าห้า", "result"))).Id();

        await hand.DeliverAsync("PoisonPlan", await hand.TakeAsync(StorageNames.Queues.Plan));
        Assert.Equal("failed", (await ShownAsync(run)).State());

        await hand.Api.SteeredAsync(run, "resume");
        await hand.FinishAsync(run);
        Assert.Equal("1 0 1 0 0", (await ShownAsync(run)).Counts());
    }

    [Fact]
    public async Task The_timer_starts_the_run_of_the_year_that_ended_once_however_often_it_fires()
    {
        var ended = FiscalYear.Containing(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(7).DateTime)).BuddhistEra - 1;
        var run = $"annual-{ended}";
        await hand.DeliverAsync("AnnualRun", "", "");

        Assert.Equal(
            2,
            (await hand.TakeAllAsync(StorageNames.Queues.Plan)).Select(message => Read(message) with { Step = 0 }).Count(job => job.Run == run));
        Assert.Equal(("planning", 1), ((await ShownAsync(run)).State(), (await ShownAsync(run)).GetProperty("round").GetInt32()));
    }

    [Fact]
    public async Task Listed_agencies_have_their_line_even_if_they_are_not_registered()
    {
        await RunNation.ByHandAsync(hand, "หน้าหก", ("U2", 80m));
        var run = (await hand.Api.StartedAsync("""{"fiscalYear":2565,"scope":{"agencies":["U3","U2","U1","U2"]},"kinds":["result"]}""")).Id();
        await hand.FinishAsync(run);

        Assert.Equal(["U1 skipped unknown-agency", "U2 done ", "U3 skipped unknown-agency"],
            (await hand.Api.ManifestAsync(run)).Select(line => $"{line.Agency} {line.Status} {line.Reason}"));
    }

    // These agencies are not registered; even so each must have its line.
    private async Task<string> ListedAsync(string prefix) =>
        (await hand.Api.StartedAsync(JsonSerializer.Serialize(
            new { fiscalYear = RunNation.Year, scope = new { agencies = Codes(prefix) }, kinds = new[] { "result" } }))).Id();

    private async Task UnbookAsync(string run)
    {
        using var storage = new OpenStorage(hand.Storage);
        await new RunTable(storage).ChangeAsync(run, one => one with { Step = one.Step - 1, After = null }, CancellationToken.None);
    }

    private Task<JsonElement> ShownAsync(string run) => hand.Api.JsonAsync($"runs/{run}");

    private static PlanJob Read(string message) => Job.Read<PlanJob>(Encoding.UTF8.GetBytes(message));

    private static IEnumerable<string> Codes(string prefix) =>
        Enumerable.Range(1, Agencies).Select(number => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:0000}"));
}

/// <summary>The tests that deliver the messages themselves, run sequentially on one store.</summary>
[CollectionDefinition(Name)]
public sealed class HandDrivenTests : ICollectionFixture<HandDriven>
{
    public const string Name = "Hand driven";
}
