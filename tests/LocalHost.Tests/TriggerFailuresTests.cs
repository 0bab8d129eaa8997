using System.Runtime.ExceptionServices;
using Ita.LocalHost.Common;
using Ita.LocalHost.Triggers;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

/// <summary>What the host does with an exception of a listener, which no function threw.</summary>
[Collection(StorageCollection.Name)]
public sealed class TriggerFailuresTests(AzuriteStore azurite)
{
    private readonly List<string> lines = [];

    [Fact]
    public async Task A_failure_in_a_running_host_is_reported()
    {
        var failures = new TriggerFailures(new HostLog(lines.Add, TimeProvider.System));
        await failures.OnUnhandledExceptionAsync(Lost());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => failures.Failed);
        Assert.Contains("A trigger failed", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_a_full_disk_keeps_from_completing_does_not_end_the_host()
    {
        var failures = new TriggerFailures(new HostLog(lines.Add, TimeProvider.System));
        await failures.OnUnhandledExceptionAsync(ExceptionDispatchInfo.Capture(new Azure.RequestFailedException(507, "full")));
        Assert.False(failures.Failed.IsCompleted);
        Assert.Contains("A message was not completed: full", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_in_a_stopping_host_is_logged_only()
    {
        var failures = new TriggerFailures(new HostLog(lines.Add, TimeProvider.System));
        failures.Stop();
        await failures.OnUnhandledExceptionAsync(Lost());
        await failures.OnTimeoutExceptionAsync(Lost(), TimeSpan.Zero);
        Assert.True(failures.Failed.IsCompletedSuccessfully);
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Contains("while the host was stopping", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_stops_while_messages_arrive_does_not_end_the_process_and_loses_none()
    {
        using var app = new TestApp(azurite, "Work") { Lease = TimeSpan.FromSeconds(2) };
        await app.Queue().CreateAsync();
        for (var round = 0; round < 3; round++)
        {
            await using var host = await app.StartAsync();
            var sending = Parallel.ForAsync(0, 20, async (number, stop) => await app.Queue().SendMessageAsync($"message {round}-{number}", stop));
            await app.UntilLoggedAsync("Executed 'Work' (Succeeded");
            await host.DisposeAsync();
            await sending;
        }

        await using var last = await app.StartAsync();
        for (var number = 0; number < 60; number++)
        {
            await app.UntilCalledAsync($"message {number / 20}-{number % 20}");
        }
    }

    private static ExceptionDispatchInfo Lost() => ExceptionDispatchInfo.Capture(new ObjectDisposedException("listener"));
}
