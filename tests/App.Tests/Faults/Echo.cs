using Azure.Storage.Queues;
using Ita.App.Storage;

namespace Ita.App.Tests.Faults;

/// <summary>Sends queue messages a second time, immediately or much later.</summary>
/// <param name="most">The maximum number of repeated messages; without a limit they would never end.</param>
internal sealed class Echo(StorageConnection storage, Random chance, int most)
{
    private const double Often = 0.1;

    private static readonly string[] Queues =
    [
        StorageNames.Queues.Ingest,
        StorageNames.Queues.Score,
        StorageNames.Queues.Render,
        StorageNames.Queues.RenderBatch,
        StorageNames.Queues.Plan,
    ];

    private readonly List<(QueueClient Queue, string Message)> heard = [];

    public int Sent { get; private set; }

    public async Task MaybeAsync()
    {
        if (chance.NextDouble() > Often || Sent >= most)
        {
            return;
        }

        var queue = storage.Queues.GetQueueClient(Queues[chance.Next(Queues.Length)]);
        heard.AddRange((await queue.PeekMessagesAsync(maxMessages: 4)).Value.Select(message => (queue, message.MessageText)));
        if (heard.Count > 0)
        {
            var (again, message) = heard[chance.Next(heard.Count)];
            await again.SendMessageAsync(message);
            Sent++;
        }
    }
}
