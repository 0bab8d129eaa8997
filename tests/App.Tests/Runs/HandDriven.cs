using System.Text;
using Ita.App.Jobs;
using Ita.App.Runs;
using Ita.App.Scoring;
using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.App.Uploads;
using Ita.Tests;

namespace Ita.App.Tests.Runs;

/// <summary>The app on a separate store, without a host: each test takes the messages off the queues itself and
/// decides their timing, order and repetition.</summary>
public sealed class HandDriven : IAsyncLifetime, IDisposable
{
    private readonly AzuriteStore azurite = new();
    private AppInProcess? app;
    private Caller? api;

    public Caller Api => api!;

    public Uri Address => app!.Address;

    public string ConnectionString => azurite.ConnectionString;

    public StorageConnection Storage => app!.Get<StorageConnection>();

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        app = await AppInProcess.StartAsync(azurite.ConnectionString);
        await app.Get<OpenStorage>().EnsureAsync(CancellationToken.None);
        api = new(app.Address, AppOnHost.Key);
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        await azurite.DisposeAsync();
    }

    public void Dispose() => api?.Dispose();

    /// <summary>Uploads a file and ingests it; other messages that it causes are deleted.</summary>
    public async Task IngestAsync(string csv, string name)
    {
        var id = await api!.AcceptedAsync(Encoding.UTF8.GetBytes(csv), name);
        await DeliverAsync("Ingest", await TakeAsync(StorageNames.Queues.Ingest));
        Assert.Contains((await api.JsonAsync($"uploads/{id}")).Status(), new[] { "accepted", "acceptedWithProblems" });
        await Storage.Queues.GetQueueClient(StorageNames.Queues.Score).ClearMessagesAsync();
    }

    /// <summary>Deletes the messages that earlier tests left.</summary>
    public Task ClearAsync() => Task.WhenAll(StorageNames.Queues.All.Select(queue => Storage.Queues.GetQueueClient(queue).ClearMessagesAsync()));

    /// <summary>Waits for the next visible message of a queue and removes it.</summary>
    public async Task<string> TakeAsync(string queue)
    {
        string? taken = null;
        await Eventually.TrueAsync(
            async () => (taken ??= (await TakeAllAsync(queue, most: 1)).SingleOrDefault()) is not null,
            $"a message of {queue}");
        return taken!;
    }

    /// <summary>Removes and returns the visible messages of a queue.</summary>
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

    /// <summary>Delivers messages to the step of a function, as its trigger does.</summary>
    public async Task DeliverAsync(string function, params IEnumerable<string> messages)
    {
        foreach (var message in messages)
        {
            await DeliverAsync(function, Encoding.UTF8.GetBytes(message));
        }
    }

    private Task DeliverAsync(string function, byte[] message)
    {
        var (steps, call) = (app!.Get<StepRunner>(), new StepEvent(function));
        return function switch
        {
            "Ingest" => steps.RunAsync<IngestJob>(call, message, app.Get<IngestStep>().RunAsync, CancellationToken.None),
            "Score" => steps.RunAsync<ScoreJob>(call, message, app.Get<ScoreStep>().RunAsync, CancellationToken.None),
            "PlanRun" => steps.RunAsync<PlanJob>(call, message, app.Get<PlanRunStep>().RunAsync, CancellationToken.None),
            "RenderBatch" => steps.RunAsync<RunItemJob>(call, message, app.Get<RunItemStep>().RunAsync, CancellationToken.None),
            "AnnualRun" => steps.RunAsync(call, app.Get<AnnualRunStep>().RunAsync, CancellationToken.None),
            "PoisonRenderBatch" => steps.RunAsync<RunItemJob>(call, message, app.Get<RunItemStep>().FailAsync, CancellationToken.None),
            "PoisonPlan" => steps.RunAsync<PlanJob>(call, message, app.Get<PlanRunStep>().FailAsync, CancellationToken.None),
            _ => throw new ArgumentException($"No step '{function}'.", nameof(function)),
        };
    }

    /// <summary>Delivers the next message of the planning.</summary>
    /// <returns>The message, so that it can be delivered again.</returns>
    public async Task<string> PlanAsync()
    {
        var message = await TakeAsync(StorageNames.Queues.Plan);
        await DeliverAsync("PlanRun", message);
        return message;
    }

    /// <summary>Delivers all messages of planning and items until the run has finished.</summary>
    public Task FinishAsync(string run) => Eventually.TrueAsync(
        async () =>
        {
            await DeliverAsync("PlanRun", await TakeAllAsync(StorageNames.Queues.Plan));
            await DeliverAsync("RenderBatch", await TakeAllAsync(StorageNames.Queues.RenderBatch));
            return (await Api.JsonAsync($"runs/{run}")).GetProperty("finishedAt").ValueKind == System.Text.Json.JsonValueKind.String;
        },
        $"run {run} finished");

    public Task<IReadOnlyList<string>> ItemsAsync() => TakeAllAsync(StorageNames.Queues.RenderBatch);
}
