using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ita.LocalHost.App;
using Ita.LocalHost.Invocations;
using Ita.LocalHost.Queues;

namespace Ita.LocalHost.Blobs;

/// <summary>
/// Lists one container and invokes its function for each new or changed blob (contract.md, section 2.2), whether
/// function.json says <c>"source": "EventGrid"</c> or not: the payload is the same, and nobody sends events on a laptop.
/// </summary>
internal sealed class BlobTrigger : ITrigger, IDisposable
{
    private readonly BlobPattern pattern;
    private readonly BlobContainerClient container;
    private readonly BlobReceipts receipts;
    private readonly PoisonBlobs poison;
    private readonly BlobLimits limits;
    private readonly TimeSpan interval;
    private readonly Invoker invoker;
    private readonly HostLog log;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim room;
    private readonly Dictionary<BlobVersion, Task> running = [];

    public BlobTrigger(FunctionDefinition function, Storage storage, HostJson host, TimeSpan interval, Invoker invoker, HostLog log, TimeProvider clock)
    {
        (Function, this.interval, this.invoker, this.log, this.clock) = (function, interval, invoker, log, clock);
        var connection = function.Trigger["connection"];
        limits = host.Blobs;
        pattern = BlobPattern.Parse(function.Trigger["path"]!);
        container = storage.Container(connection, pattern.Container);
        receipts = new BlobReceipts(storage.Books(), function.HostId);
        poison = new PoisonBlobs(storage.Queue(connection, PoisonBlobs.QueueName), new MessageEncoding(host.Queues.IsBase64));
        room = new SemaphoreSlim(limits.MaxDegreeOfParallelism);
    }

    public FunctionDefinition Function { get; }

    private string Source => $"Blob.{pattern.Container}";

    public async Task PrepareAsync(CancellationToken stop)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: stop);
        await receipts.LoadAsync(stop);
    }

    public async Task RunAsync(CancellationToken stop)
    {
        await new Polling(Source, log, clock).RunAsync(() => LookAsync(stop), stop);
        await Task.WhenAll(running.Values);
    }

    public async Task InvokeByHandAsync(string input, CancellationToken stop)
    {
        var parts = input.Split('/', 2);
        if (parts.Length < 2 || parts[0] != pattern.Container || pattern.Match(parts[1]) is not { } tokens)
        {
            throw new FormatException($"'{input}' is no blob of {Function.Trigger["path"]}.");
        }

        await InvokeAsync(container.GetBlobClient(parts[1]), tokens, new BlobRequestConditions(), stop);
    }

    public void Dispose() => room.Dispose();

    // Listing never takes more than a sixth of the time, however full the container.
    private async Task<TimeSpan> LookAsync(CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        foreach (var ended in running.Where(run => run.Value.IsCompleted).ToList())
        {
            running.Remove(ended.Key);
            await ended.Value;
        }

        await foreach (var blob in container.GetBlobsAsync(prefix: pattern.Prefix, cancellationToken: stop))
        {
            Found(blob, stop);
        }

        var slow = clock.GetElapsedTime(began) * 5;
        return slow > interval ? slow : interval;
    }

    private void Found(BlobItem blob, CancellationToken stop)
    {
        var version = new BlobVersion(pattern.Container, blob.Name, blob.Properties.ETag.GetValueOrDefault().ToString());
        if (pattern.Match(blob.Name) is { } tokens && !running.ContainsKey(version) && !receipts.Has(version))
        {
            running.Add(version, DeliverAsync(version, tokens, stop));
        }
    }

    private async Task DeliverAsync(BlobVersion version, IReadOnlyList<KeyValuePair<string, string>> tokens, CancellationToken stop)
    {
        try
        {
            await room.WaitAsync(stop);
            try
            {
                await TryUntilPoisonAsync(version, tokens, stop);
            }
            finally
            {
                room.Release();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            log.Information(Source, $"{version} waits for the next start of the host.");
        }
        catch (RequestFailedException failure)
        {
            log.Error(Source, $"{version} will be tried again: {failure.Message}");
        }
    }

    private async Task TryUntilPoisonAsync(BlobVersion version, IReadOnlyList<KeyValuePair<string, string>> tokens, CancellationToken stop)
    {
        var onlyThis = new BlobRequestConditions { IfMatch = new ETag(version.ETag) };
        for (var attempt = 1; attempt <= limits.PoisonBlobThreshold; attempt++)
        {
            stop.ThrowIfCancellationRequested();
            if ((await InvokeAsync(container.GetBlobClient(version.Name), tokens, onlyThis, stop)).Succeeded)
            {
                await receipts.WriteAsync(version);
                return;
            }
        }

        stop.ThrowIfCancellationRequested();
        log.Error(Source, $"{version} failed {limits.PoisonBlobThreshold} times and is reported to {PoisonBlobs.QueueName}.");
        await poison.ReportAsync(Function, version);
        await receipts.WriteAsync(version);
    }

    private async Task<Outcome> InvokeAsync(
        BlobClient blob, IReadOnlyList<KeyValuePair<string, string>> tokens, BlobRequestConditions conditions, CancellationToken stop)
    {
        BlobDownloadResult content = await blob.DownloadContentAsync(conditions, stop);
        var details = content.Details;
        var arrived = new ArrivedBlob(
            blob.Uri, content.Content.ToMemory(), details.ContentLength, details.ContentType, details.LastModified, (int)details.BlobType, details.Metadata, tokens);
        return await invoker.InvokeAsync(Function, BlobFacts.Of(arrived), stop);
    }
}
