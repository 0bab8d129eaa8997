using System.Text.Json;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;
using Ita.Tests;

namespace Ita.App.Tests.Telemetry;

/// <summary>The trace of a caller continues through host and worker into the queue.</summary>
public sealed class TraceThroughHostTests : IAsyncLifetime
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    private readonly AzuriteStore azurite = new();

    public Task InitializeAsync() => azurite.InitializeAsync();

    public Task DisposeAsync() => azurite.DisposeAsync();

    [Fact]
    public async Task A_message_carries_the_trace_of_the_request_that_sent_it()
    {
        await using var app = await AppOnHost.StartAsync(azurite.ConnectionString, ("AzureWebJobs.Ingest.Disabled", "true"));
        using var http = new HttpClient
        {
            DefaultRequestHeaders =
            { { "Authorization", $"Bearer {AppOnHost.Key}" }, { "traceparent", $"00-{Trace}-00f067aa0ba902b7-01" } }
        };
        using var answer =
            await http.PostAsync(new Uri(app.Host.Address, "/api/v1/uploads?name=traced.csv"), new StringContent(ScoreFile.Whole("TRACED-2", 80m)));
        answer.EnsureSuccessStatusCode();

        var message =
            (await RunningApp.StorageOf(azurite.ConnectionString).Queues.GetQueueClient(StorageNames.Queues.Ingest).PeekMessageAsync()).Value;

        Assert.Contains(
            Trace,
            JsonSerializer.Deserialize<JsonElement>(message.Body).GetProperty("traceparent").GetString(),
            StringComparison.Ordinal);
    }
}
