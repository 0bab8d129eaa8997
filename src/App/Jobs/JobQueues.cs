using Azure.Storage.Queues;

namespace Ita.App.Jobs;

/// <summary>Sends jobs to their queues.</summary>
public sealed class JobQueues(OpenStorage storage)
{
    /// <param name="hidden">How long the message stays invisible; visible at once when null.</param>
    public Task SendAsync(ScoreJob job, CancellationToken cancellationToken, TimeSpan? hidden = null) =>
        SendAsync(StorageNames.Queues.Score, job, hidden, cancellationToken);

    public Task SendAsync(IngestJob job, CancellationToken cancellationToken) => SendAsync(StorageNames.Queues.Ingest, job, null, cancellationToken);

    public Task SendAsync(RenderJob job, CancellationToken cancellationToken) => SendAsync(StorageNames.Queues.Render, job, null, cancellationToken);

    public Task SendAsync(
        RunItemJob job, CancellationToken cancellationToken) => SendAsync(StorageNames.Queues.RenderBatch, job, null, cancellationToken);

    public Task SendAsync(ApartJob job, CancellationToken cancellationToken) =>
        SendAsync(StorageNames.Queues.RenderApart, job, null, cancellationToken);

    /// <inheritdoc cref="SendAsync(ScoreJob, CancellationToken, TimeSpan?)"/>
    public Task SendAsync(PlanJob job, CancellationToken cancellationToken, TimeSpan? hidden = null) =>
        SendAsync(StorageNames.Queues.Plan, job, hidden, cancellationToken);

    /// <summary>The approximate number of messages that wait for items of runs.</summary>
    public async Task<int> CountRunItemsAsync(CancellationToken cancellationToken) =>
        (await Queue(StorageNames.Queues.RenderBatch).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;

    // Serialized by the declared type, which writes the discriminator of a job with several forms.
    private Task SendAsync<TJob>(string queue, TJob job, TimeSpan? hidden, CancellationToken cancellationToken) =>
        Queue(queue).SendMessageAsync(Job.Write(job), visibilityTimeout: hidden, cancellationToken: cancellationToken);

    private QueueClient Queue(string name) => storage.Connection.Queues.GetQueueClient(name);
}
