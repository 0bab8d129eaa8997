using Ita.LocalHost.Handling;
using Ita.Tests;

namespace Ita.LocalHost.Tests;

/// <summary>What happens to invocations when the handler dies, hangs or says nothing.</summary>
[Collection(StorageCollection.Name)]
public sealed class HandlerLossTests(AzuriteStore azurite) : IDisposable
{
    private readonly TestApp app = new(azurite);

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_handler_killed_in_the_middle_is_started_again_and_the_message_succeeds()
    {
        await using var host = await app.Queue().StartAsync();
        var first = host.HandlerProcessId;
        await app.QueueClient().SendMessageAsync("die-once");
        await Eventually.TrueAsync(() => app.Log.Contains("Executed (Succeeded", StringComparison.Ordinal), "success after the restart");
        Assert.Equal(2, app.Calls.Count);
        Assert.NotEqual(first, host.HandlerProcessId);
        Assert.Contains("exit code 137: restarting.", app.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_handler_fails_what_waits_for_it()
    {
        await using var host = await app.Queue().StartAsync();
        await app.QueueClient().SendMessageAsync("wait-once");
        await Eventually.TrueAsync(() => app.Calls.Count == 1, "one call");
        System.Diagnostics.Process.GetProcessById(host.HandlerProcessId).Kill();
        await Eventually.TrueAsync(() => app.Log.Contains("Executed (Succeeded", StringComparison.Ordinal), "success after the restart");
        Assert.Equal(2, app.Calls.Count);
    }

    [Theory]
    [InlineData("silent-once", "hangs until functionTimeout")]
    [InlineData("wait-once", "FunctionTimeoutException")]
    public async Task An_empty_answer_or_none_hangs_until_functionTimeout_and_kills_the_handler(string order, string said)
    {
        await using var host = await app.Queue().With("functionTimeout", "00:00:01").StartAsync();
        var first = host.HandlerProcessId;
        await app.QueueClient().SendMessageAsync(order);
        await Eventually.TrueAsync(() => app.Log.Contains("Executed (Succeeded", StringComparison.Ordinal), "success after the restart");
        Assert.Contains(said, app.Log, StringComparison.Ordinal);
        Assert.Contains("killed by the host.", app.Log, StringComparison.Ordinal);
        Assert.NotEqual(first, host.HandlerProcessId);
    }

    [Theory]
    [InlineData(HttpMode.Proxying)]
    [InlineData(HttpMode.Forwarding)]
    public async Task An_http_request_beyond_functionTimeout_kills_the_handler_too(HttpMode mode)
    {
        app.HttpMode = mode;
        await using var host = await app.Http().With("functionTimeout", "00:00:00.5").StartAsync();
        var first = host.HandlerProcessId;
        using var http = new HttpClient { BaseAddress = host.Address };
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, (await http.GetAsync("/api/hang")).StatusCode);
        Assert.True((await http.GetAsync("/api/x")).IsSuccessStatusCode, app.Log);
        Assert.NotEqual(first, host.HandlerProcessId);
    }

    [Fact]
    public async Task Anything_but_json_fails()
    {
        await using var host = await app.Queue().StartAsync();
        await app.QueueClient().SendMessageAsync("text-once");
        await Eventually.TrueAsync(() => app.Log.Contains("Executed (Succeeded", StringComparison.Ordinal), "success at the second try");
        Assert.Contains("UnsupportedMediaTypeException", app.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_in_flight_when_the_host_stops_comes_again()
    {
        await using (await app.Queue().StartAsync())
        {
            await app.QueueClient().SendMessageAsync("wait-once");
            await Eventually.TrueAsync(() => app.Calls.Count == 1, "one call");
        }

        await using var again = await app.StartAsync();
        await Eventually.TrueAsync(() => app.Log.Contains("Executed (Succeeded", StringComparison.Ordinal), "success after the restart");
    }

    [Fact]
    public async Task A_handler_that_ends_at_once_three_times_stops_the_host()
    {
        app.Settings["START"] = "refuse";
        var failure = await Assert.ThrowsAsync<HandlerFailedException>(() => app.Http().StartAsync());
        Assert.Contains("three times", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_is_not_there_stops_the_host()
    {
        app.With("customHandler__description__defaultExecutablePath", "no-such-program");
        await Assert.ThrowsAsync<HandlerFailedException>(() => app.Http().StartAsync());
    }

    [Fact]
    public async Task A_handler_that_never_answers_is_killed_and_counted()
    {
        app.With("customHandler__description__defaultExecutablePath", "sleep")
            .With("customHandler__description__arguments", "[\"30\"]")
            .With("customHandler__initializationTimeout", "00:00:00.2");
        await Assert.ThrowsAsync<HandlerFailedException>(() => app.Http().StartAsync());
        Assert.Contains("Initializing HttpWorker timed out", app.Log, StringComparison.Ordinal);
    }
}
