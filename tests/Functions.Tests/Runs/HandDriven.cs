using System.Text;
using Ita.Functions.Storage;
using Ita.Functions.Tests.Contract;
using Ita.Functions.Tests.EndToEnd;
using Ita.Functions.Tests.Hosting;
using Ita.Tests;

namespace Ita.Functions.Tests.Runs;

/// <summary>
/// The real handler on a store of its own, without a host: each test takes the messages off the queues itself and decides which come when, in
/// what order and how often.
/// </summary>
public sealed class HandDriven : IAsyncLifetime, IDisposable
{
    private readonly AzuriteStore _azurite = new();
    private LoneHandler? _handler;
    private Invoking? _invoking;
    private Caller? _api;
    private StorageConnection? _storage;

    public Caller Api => _api!;

    public StorageConnection Storage => _storage!;

    public async Task InitializeAsync()
    {
        await _azurite.InitializeAsync();
        _storage = RunningApp.StorageOf(_azurite.ConnectionString);
        await StorageSetup.EnsureAsync(_storage);
        _handler = LoneHandler.Run(storage: _azurite.ConnectionString);
        await _handler.AnsweringAsync();
        _invoking = new(_handler.Address!);
        _api = new(_handler.Address!, AppOnHost.Key);
    }

    public Task DisposeAsync() => _azurite.DisposeAsync();

    public void Dispose()
    {
        _api?.Dispose();
        _invoking?.Dispose();
        _handler?.Dispose();
    }

    /// <summary>Sends a file and has it ingested; what else that asks for is forgotten.</summary>
    public async Task IngestAsync(string csv, string name)
    {
        var id = await _api!.AcceptedAsync(Encoding.UTF8.GetBytes(csv), name);
        await DeliverAsync("Ingest", await TakeAsync(StorageNames.Queues.Ingest));
        Assert.Equal("accepted", (await _api.JsonAsync($"uploads/{id}")).Status());
        await Storage.Queues.GetQueueClient(StorageNames.Queues.Score).ClearMessagesAsync();
    }

    /// <summary>Forgets every message that tests before have left.</summary>
    public Task ClearAsync() => Task.WhenAll(StorageNames.Queues.All.Select(queue => Storage.Queues.GetQueueClient(queue).ClearMessagesAsync()));

    /// <summary>The next message of a queue, when it can be seen; gone from the queue.</summary>
    public async Task<string> TakeAsync(string queue)
    {
        string? taken = null;
        await Eventually.TrueAsync(async () => (taken ??= (await TakeAllAsync(queue, most: 1)).SingleOrDefault()) is not null, $"a message of {queue}");
        return taken!;
    }

    /// <summary>The messages that can be seen now; gone from the queue.</summary>
    public async Task<IReadOnlyList<string>> TakeAllAsync(string queue, int most = int.MaxValue)
    {
        var client = Storage.Queues.GetQueueClient(queue);
        var taken = new List<string>();
        while (taken.Count < most && (await client.ReceiveMessagesAsync(Math.Min(32, most - taken.Count))).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await client.DeleteMessageAsync(message.MessageId, message.PopReceipt);
                taken.Add(message.Body.ToString());
            }
        }

        return taken;
    }

    /// <summary>Brings a message to its function, as the host does.</summary>
    public async Task DeliverAsync(string function, params IEnumerable<string> messages)
    {
        foreach (var message in messages)
        {
            var body = Convert.ToBase64String(Encoding.UTF8.GetBytes(message));
            var answer = await _invoking!.PostAsync(function, $$$"""{"Data":{"job":"{{{body}}}"}}""");
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
        }
    }

    /// <summary>Brings the next message of the planning.</summary>
    /// <returns>It, for bringing it once more.</returns>
    public async Task<string> PlanAsync()
    {
        var message = await TakeAsync(StorageNames.Queues.Plan);
        await DeliverAsync("PlanRun", message);
        return message;
    }

    /// <summary>Brings every message that comes, of the planning and of the items, until the run has finished.</summary>
    public Task FinishAsync(string run) => Eventually.TrueAsync(
        async () =>
        {
            await DeliverAsync("PlanRun", await TakeAllAsync(StorageNames.Queues.Plan));
            await DeliverAsync("Render", await TakeAllAsync(StorageNames.Queues.Render));
            return (await Api.JsonAsync($"runs/{run}")).GetProperty("finishedAt").ValueKind == System.Text.Json.JsonValueKind.String;
        },
        $"run {run} finished");

    public Task<IReadOnlyList<string>> ItemsAsync() => TakeAllAsync(StorageNames.Queues.Render);
}
