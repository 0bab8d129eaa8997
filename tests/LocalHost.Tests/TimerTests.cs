using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ita.LocalHost.App;
using Ita.LocalHost.Timers;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

[Collection(AzuriteTests.Name)]
public sealed class TimerTests(AzuriteStore azurite)
{
    private static readonly string[] Tries = ["fail 0", "fail 1", "fail 2"];

    [Fact]
    public async Task Three_hosts_fire_a_timer_once_per_tick()
    {
        using var app = new TestApp(azurite, "Tick");
        app.Settings["TEST_SCHEDULE"] = "* * * * * *";
        await using var one = await app.StartAsync();
        await using var two = await app.StartAsync();
        await using var three = await app.StartAsync();
        await Eventually.TrueAsync(() => app.Calls.Count >= 3, "three ticks");
        var executed = app.Log.Split('\n')
            .Where(line => line.Contains("Executing 'Tick'", StringComparison.Ordinal))
            .Select(line => line[..19])
            .ToList();
        Assert.Equal(executed.Distinct(), executed);
        Assert.Single(app.Calls.Select(call => call.ProcessId).Distinct());
    }

    [Fact]
    public async Task Another_host_takes_the_timer_over_when_its_host_stops()
    {
        using var app = new TestApp(azurite, "Tick");
        app.Settings["TEST_SCHEDULE"] = "* * * * * *";
        await using var one = await app.StartAsync();
        await Eventually.TrueAsync(() => app.Calls.Count >= 1, "a tick");
        app.Clock = new ShortPauses();
        await using var two = await app.StartAsync();
        var first = one.WorkerProcessId;
        await one.DisposeAsync();
        await Eventually.TrueAsync(() => app.Calls.Any(call => call.ProcessId != first), "a tick of the other host");
    }

    [Fact]
    public async Task A_missed_occurrence_runs_once_at_the_start_as_past_due()
    {
        using var app = new TestApp(azurite, "Tick");
        await using (await app.StartAsync())
        {
            await app.UntilLoggedAsync("Tick: next run at ");
        }

        var book = app.Container("azure-webjobs-hosts").GetBlobClient($"timers/{app.Name}/Host.Functions.Tick/status");
        var status = JsonNode.Parse((await book.DownloadContentAsync()).Value.Content)!;
        status["LastUpdated"] = "2025-06-01T00:00:00+00:00";
        await book.UploadAsync(new BinaryData(status.ToJsonString()), overwrite: true);

        await using (await app.StartAsync())
        {
            await Eventually.TrueAsync(() => app.Calls.Count == 1, "the missed run");
            await Eventually.TrueAsync(() => app.Log.Split("Tick: next run at ").Length == 4, "the wait after it");
        }

        await using var third = await app.StartAsync();
        await Eventually.TrueAsync(() => app.Log.Split("Tick: next run at ").Length == 5, "the third start");
        Assert.StartsWith("tick late 2026-01-02T03:00:00", app.Calls.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_policy_runs_a_failed_timer_again_and_tells_it_so()
    {
        using var app = new TestApp(azurite, "Retried");
        await using var host = await app.StartAsync();
        await app.UntilCalledAsync("fail", times: 3);
        await app.UntilLoggedAsync("Retried: next run at ");
        Assert.Equal(Tries, app.Calls.Select(call => $"{call.Text} {call.Retry}"));
    }

    [Fact]
    public async Task A_timer_can_be_run_by_hand()
    {
        using var app = new TestApp(azurite, "Tick");
        await using var host = await app.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var response = await http.PostAsJsonAsync("/admin/functions/Tick", new { });
        await app.UntilCalledAsync("tick due ");
    }

    [Theory]
    [InlineData("0 0 3 2 1 *", "2026-01-02T03:00:00Z", true)]
    [InlineData("0 3 2 1 *", "2026-01-02T03:00:00Z", true)]
    [InlineData("*/15 * * * * *", "2025-11-28T10:00:15Z", false)]
    [InlineData("0 */5 * * * *", "2025-11-28T10:05:00Z", true)]
    [InlineData("0 30 9 * * Mon-Fri", "2025-12-01T09:30:00Z", true)]
    [InlineData("01:30:00", "2025-11-28T11:30:00Z", true)]
    [InlineData("00:00:10", "2025-11-28T10:00:10Z", false)]
    public void A_schedule_is_NCRONTAB_or_a_pause(string schedule, string next, bool isKept)
    {
        var now = DateTimeOffset.Parse("2025-11-28T10:00:00Z", CultureInfo.InvariantCulture);
        Assert.Equal(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture), Schedule.Parse(schedule).Next(now));
        Assert.Equal(isKept, Schedule.Parse(schedule).IsKept(now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("60 0 3 2 1 *")]
    [InlineData("every day")]
    public void Any_other_schedule_is_refused(string schedule) => Assert.Throws<FormatException>(() => Schedule.Parse(schedule));
}
