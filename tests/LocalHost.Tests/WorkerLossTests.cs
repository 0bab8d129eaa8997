using System.Diagnostics;
using System.Net;
using Ita.LocalHost.App;
using Ita.LocalHost.Common;

namespace Ita.LocalHost.Tests;

/// <summary>What happens to HTTP calls when the worker dies, hangs or does not start.</summary>
public sealed class WorkerLossTests : IDisposable
{
    private readonly TestApp app = new(azurite: null, "Web");

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_worker_that_died_fails_its_call_and_is_back_for_the_next_one()
    {
        await using var host = await app.StartAsync();
        var before = host.WorkerProcessId;
        using var http = new HttpClient { BaseAddress = host.Address };
        using var lost = await http.GetAsync("/api/die");
        Assert.Equal(HttpStatusCode.InternalServerError, lost.StatusCode);
        using var next = await http.GetAsync("/api/x");
        Assert.True(next.IsSuccessStatusCode, app.Log);
        Assert.NotEqual(before, host.WorkerProcessId);
    }

    [Fact]
    public async Task A_worker_that_was_killed_does_not_end_the_host()
    {
        await using var host = await app.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        for (var times = 0; times < 2; times++)
        {
            var before = host.WorkerProcessId;
            using var victim = Process.GetProcessById(before);
            victim.Kill();
            await Eventually.TrueAsync(() => host.WorkerProcessId != before, "another worker");
            using var next = await http.GetAsync("/api/x");
            Assert.True(next.IsSuccessStatusCode, app.Log);
        }

        Assert.False(host.Completion.IsCompleted);
    }

    [Fact]
    public async Task A_call_beyond_functionTimeout_is_cancelled_and_answers_500()
    {
        await using var host = await app.With("functionTimeout", "00:00:01").StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var response = await http.GetAsync("/api/wait-for-cancel");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("Timeout value of 00:00:01 exceeded by function: Web", app.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_does_not_start_three_times_in_a_row_stops_the_host()
    {
        app.Settings["TEST_START"] = "refuse";
        var failure = await Assert.ThrowsAsync<HostingException>(app.StartAsync);
        Assert.Contains("3 times in a row", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ended with exit code 3", app.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_no_longer_starts_ends_the_host()
    {
        var switchFile = Path.Combine(app.Folder, "refuse");
        app.Settings["TEST_REFUSE_FILE"] = switchFile;
        await using var host = await app.StartAsync();
        await File.WriteAllTextAsync(switchFile, "");
        using var victim = Process.GetProcessById(host.WorkerProcessId);
        victim.Kill();
        await Assert.ThrowsAsync<HostingException>(() => host.Completion);
        using var http = new HttpClient { BaseAddress = host.Address };
        using var response = await http.GetAsync("/api/x");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }
}
