using Azure.Storage.Queues;

namespace Ita.App.Jobs;

/// <summary>The lengths of a queue and of its poison queue.</summary>
/// <param name="Name">The queue's name.</param>
/// <param name="Waiting">The approximate number of messages, including those in work.</param>
/// <param name="Failed">The approximate number of messages in the poison queue; null when the queue has none.</param>
public sealed record QueueLength(string Name, int Waiting, int? Failed);

/// <summary>Counts the messages of the queues, and moves messages of a poison queue back to their queue.</summary>
public sealed class PoisonQueues(OpenStorage storage)
{
    /// <summary>The most messages that one call moves, so that it ends.</summary>
    public const int MostMoved = 1_000;

    private const int BatchSize = 32;

    // Messages that were received and not moved, because the process was killed, return after this time.
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(1);

    private static readonly ImmutableArray<string> WithPoison =
        [.. StorageNames.Queues.All.Where(name => StorageNames.Queues.All.Contains(name + StorageNames.Queues.PoisonSuffix))];

    /// <summary>The queues that have a poison queue first.</summary>
    public async Task<ImmutableArray<QueueLength>> CountAsync(CancellationToken cancellationToken)
    {
        var names = StorageNames.Queues.All.Where(name => !name.EndsWith(StorageNames.Queues.PoisonSuffix, StringComparison.Ordinal));
        var counted = await Task.WhenAll(names.Select(async name => new QueueLength(
            name,
            await CountAsync(name, cancellationToken),
            HasPoison(name) ? await CountAsync(name + StorageNames.Queues.PoisonSuffix, cancellationToken) : null)));
        return [.. counted.OrderBy(queue => queue.Failed is null)];
    }

    public static bool HasPoison(string? queue) => queue is not null && WithPoison.Contains(queue);

    /// <summary>Moves the messages of the poison queue back; returns how many.</summary>
    /// <remarks>A message is sent to its queue before it is deleted from the poison queue. A process that is killed in between leaves it in
    /// both, and a step that runs twice has the effect of one.</remarks>
    /// <param name="queue">A queue for which <see cref="HasPoison"/>.</param>
    public async Task<int> RetryAsync(string queue, CancellationToken cancellationToken)
    {
        var (poison, to) = (Queue(queue + StorageNames.Queues.PoisonSuffix), Queue(queue));
        var moved = 0;
        while (moved < MostMoved)
        {
            var batch = (await poison.ReceiveMessagesAsync(BatchSize, Hidden, cancellationToken)).Value;
            if (batch.Length == 0)
            {
                break;
            }

            foreach (var message in batch)
            {
                await to.SendMessageAsync(message.Body, cancellationToken: cancellationToken);
                await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                moved++;
            }
        }

        return moved;
    }

    private async Task<int> CountAsync(string name, CancellationToken cancellationToken) =>
        (await Queue(name).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;

    private QueueClient Queue(string name) => storage.Connection.Queues.GetQueueClient(name);
}
