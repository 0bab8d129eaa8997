using System.Diagnostics;
using Ita.LocalHost.App;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

/// <summary>Queue functions with special settings, killed workers and short leases.</summary>
[Collection(StorageCollection.Name)]
public sealed class QueueHostingTests(AzuriteStore azurite)
{
    [Theory]
    [InlineData("Elsewhere")]
    [InlineData("AzureWebJobsElsewhere")]
    public async Task A_connection_is_a_setting_of_its_name_or_of_the_prefixed_name(string setting)
    {
        using var app = new TestApp(azurite, "Elsewhere");
        app.Settings[setting] = azurite.ConnectionString;
        await using var host = await app.StartAsync();
        await app.Queue("-elsewhere").SendMessageAsync("elsewhere");
        await app.UntilCalledAsync("elsewhere");
    }

    [Fact]
    public async Task A_disabled_function_gets_no_messages()
    {
        using var app = new TestApp(azurite, "Text");
        await app.Queue().CreateAsync();
        await app.Queue().SendMessageAsync("disabled");
        await using var host = await app.StartAsync();
        await app.Queue("-text").SendMessageAsync("enabled");
        await app.UntilCalledAsync("enabled");
        Assert.Empty(app.CallsOf("disabled"));
        Assert.Equal(0, (await app.Queue().PeekMessageAsync()).Value.DequeueCount);
    }

    [Fact]
    public async Task A_poison_queue_has_no_poison_queue_of_its_own()
    {
        using var app = new TestApp(azurite, "Poison");
        await using var host = await app.StartAsync();
        await app.Queue("-poison").SendMessageAsync("fail");
        await app.UntilLoggedAsync("Executed 'Poison' (Failed");
        Assert.Equal(1, (await app.Queue("-poison").GetPropertiesAsync()).Value.ApproximateMessagesCount);
        Assert.False(await app.Queue("-poison-poison").ExistsAsync());
    }

    [Theory]
    [InlineData("die-once")]
    [InlineData("wait-once")]
    public async Task A_message_whose_worker_died_comes_again(string order)
    {
        using var app = new TestApp(azurite, "Work");
        await using var host = await app.StartAsync();
        await app.Queue().SendMessageAsync(order);
        await app.UntilCalledAsync(order);
        Kill(app.CallsOf(order).First().ProcessId);
        await app.UntilCalledAsync(order, times: 2);
        await app.UntilLoggedAsync("Executed 'Work' (Succeeded");
        Assert.Equal(2, app.CallsOf(order).Select(call => call.ProcessId).Distinct().Count());
    }

    [Theory]
    [InlineData("wait-once", false)]
    [InlineData("stubborn-once", true)]
    public async Task A_message_beyond_functionTimeout_fails_and_a_function_that_goes_on_loses_its_worker(string order, bool isKilled)
    {
        using var app = new TestApp(azurite, "Work");
        await using var host = await app.With("functionTimeout", "00:00:01").StartAsync();
        var before = host.WorkerProcessId;
        await app.Queue().SendMessageAsync(order);
        await app.UntilCalledAsync(order, times: 2);
        await app.UntilLoggedAsync("Executed 'Work' (Succeeded");
        Assert.Contains("TimeoutException: Timeout value of 00:00:01 exceeded by function: Work", app.Log, StringComparison.Ordinal);
        Assert.Equal(isKilled, before != host.WorkerProcessId);
        Assert.Equal(isKilled, !app.CallsOf($"{order} cancelled").Any());
    }

    [Fact]
    public async Task A_message_in_work_longer_than_the_lease_is_done_once_by_two_hosts()
    {
        using var app = new TestApp(azurite, "Work") { Lease = TimeSpan.FromSeconds(2) };
        await using var one = await app.StartAsync();
        await using var two = await app.StartAsync();
        await app.Queue().SendMessageAsync("slow");
        await app.UntilCalledAsync("slow");
        // Azurite counts the lease in real time.
        await Task.Delay(app.Lease.Value * 1.5);
        app.Release();
        await app.UntilLoggedAsync("Executed 'Work' (Succeeded");
        await Eventually.TrueAsync(async () => (await app.Queue().GetPropertiesAsync()).Value.ApproximateMessagesCount == 0, "an empty queue");
        Assert.Single(app.Calls);
    }

    [Fact]
    public async Task A_failed_message_comes_again_under_a_lease_too()
    {
        using var app = new TestApp(azurite, "Work") { Lease = TimeSpan.FromSeconds(2) };
        await using var host = await app.StartAsync();
        await app.Queue().SendMessageAsync("fail");
        await Eventually.TrueAsync(async () => await app.Queue("-poison").ExistsAsync(), "a poison queue");
        Assert.Equal(["1", "2", "3", "4", "5"], app.CallsOf("fail").Select(call => call.Data("DequeueCount")));
    }

    [Fact]
    public async Task Disposing_waits_for_a_message_in_work()
    {
        using var app = new TestApp(azurite, "Work");
        await using var host = await app.StartAsync();
        await app.Queue().SendMessageAsync("slow");
        await app.UntilCalledAsync("slow");
        var port = host.Address.Port;
        var disposing = host.DisposeAsync().AsTask();
        await Listening.UntilClosedAsync(port);
        Assert.False(disposing.IsCompleted);
        app.Release();
        await disposing;
        Assert.Contains("Executed 'Work' (Succeeded", app.Log, StringComparison.Ordinal);
        Assert.Equal(0, (await app.Queue().GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Disposing_kills_the_worker_of_a_function_that_does_not_end_within_the_drain_limit()
    {
        using var app = new TestApp(azurite, "Work") { DrainLimit = TimeSpan.FromSeconds(1) };
        int worker;
        await using (var host = await app.StartAsync())
        {
            worker = host.WorkerProcessId;
            await app.Queue().SendMessageAsync("stubborn-once");
            await app.UntilCalledAsync("stubborn-once");
        }

        Assert.Contains($"Worker {worker} ended with exit code 137", app.Log, StringComparison.Ordinal);
        Assert.Contains("Triggers did not stop in time", app.Log, StringComparison.Ordinal);
    }

    private static void Kill(int processId)
    {
        try
        {
            using var victim = Process.GetProcessById(processId);
            victim.Kill();
        }
        catch (ArgumentException)
        {
            // It has killed itself already.
        }
    }
}
