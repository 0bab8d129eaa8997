using System.Text.Json.Nodes;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

[Collection(StorageCollection.Name)]
public sealed class TimerTriggerTests(AzuriteStore azurite) : IDisposable
{
    private const string Yearly = "0 0 3 2 1 *";

    private readonly TestApp app = new(azurite);

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_timer_runs_by_its_schedule_and_again()
    {
        await using var host = await Timer("* * * * * *").StartAsync();
        await Eventually.TrueAsync(() => app.Calls.Count >= 2, "two runs");
        Assert.NotNull(Timer(0)["ScheduleStatus"]!["Next"]);
        Assert.NotEqual((string?)Timer(0)["ScheduleStatus"]!["Last"], (string?)Timer(1)["ScheduleStatus"]!["Last"]);
    }

    [Fact]
    public async Task A_missed_occurrence_runs_at_the_start_as_past_due_and_once()
    {
        await using (await Timer(Yearly).StartAsync())
        {
            Assert.Empty(app.Calls);
        }

        await MissAsync();
        await using (await app.StartAsync())
        {
            await Eventually.TrueAsync(() => app.Log.Split("Next run at").Length == 3, "the run and the wait after it");
        }

        await using var third = await app.StartAsync();
        await Eventually.TrueAsync(() => app.Log.Split("Next run at").Length == 4, "the third start");
        Assert.Single(app.Calls);
        Assert.True((bool)Timer(0)["IsPastDue"]!);
    }

    [Fact]
    public async Task Without_monitor_there_is_no_status()
    {
        await using var host = await Timer(Yearly, "\"useMonitor\":false,\"runOnStartup\":true").StartAsync();
        await Eventually.TrueAsync(() => app.Calls.Count == 1, "one run");
        Assert.Null(Timer(0)["ScheduleStatus"]);
        Assert.False((bool)Timer(0)["IsPastDue"]!);
    }

    [Fact]
    public async Task A_failed_run_is_retried_by_the_policy_of_the_function()
    {
        app.Settings["ORDER"] = "fail";
        var retry = """, "retry":{"strategy":"fixedDelay","maxRetryCount":2,"delayInterval":"00:00:00.05"}""";
        await using var host = await Timer(Yearly, "\"runOnStartup\":true", retry).StartAsync();
        await Eventually.TrueAsync(() => app.Calls.Count == 3, "three tries");
        Assert.Equal([0, 1, 2], app.Calls.Select(call => (int)Body(call)["Metadata"]!["RetryContext"]!["RetryCount"]!));
    }

    [Fact]
    public async Task A_timer_can_be_started_by_hand()
    {
        await using var host = await Timer(Yearly).StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        var answer = await http.PostAsync($"/admin/functions/{app.Name}", new StringContent("{}"));
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
        await Eventually.TrueAsync(() => app.Calls.Count == 1, "one run");
    }

    private static JsonNode Body(JsonNode call) => JsonNode.Parse((string)call["body"]!)!;

    private JsonNode Timer(int call) => Body(app.Calls[call])["Data"]!["timer"]!;

    private TestApp Timer(string schedule, string options = "\"useMonitor\":true", string rest = "") => app.Function(app.Name,
        $$"""{"bindings":[{"type":"timerTrigger","direction":"in","name":"timer","schedule":"{{schedule}}",{{options}}}]{{rest}}}""");

    // Turns the book back, as if the host had slept through the second of January.
    private async Task MissAsync()
    {
        var books = new Azure.Storage.Blobs.BlobContainerClient(azurite.ConnectionString, "azure-webjobs-hosts");
        var status = books.GetBlobClient($"timers/localhost/Host.Functions.{app.Name}.Listener/status");
        var old = """{"Last":"2025-01-02T03:00:00+00:00","Next":"2026-01-02T03:00:00+00:00","LastUpdated":"2025-01-02T03:00:00+00:00"}""";
        await status.UploadAsync(BinaryData.FromString(old), overwrite: true);
    }
}
