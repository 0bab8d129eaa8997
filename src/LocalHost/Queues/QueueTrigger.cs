using System.Text;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Ita.LocalHost.App;
using Ita.LocalHost.Invocations;

namespace Ita.LocalHost.Queues;

/// <summary>Polls one queue and invokes its function for each message (contract.md, sections 2.1 and 3).</summary>
internal sealed class QueueTrigger(FunctionDefinition function, Storage storage, QueueLimits limits, Invoker invoker, HostLog log, TimeProvider clock) : ITrigger
{
    private const string PoisonSuffix = "-poison";

    private readonly QueueClient queue = storage.QueueOf(function.Trigger);
    private readonly QueueClient? poison = PoisonOf(function, storage);
    private readonly MessageEncoding encoding = new(limits.IsBase64);
    private readonly HashSet<Task> running = [];

    public FunctionDefinition Function => function;

    private string Source => $"Queue.{queue.Name}";

    public Task PrepareAsync(CancellationToken stop) => queue.CreateIfNotExistsAsync(cancellationToken: stop);

    public async Task RunAsync(CancellationToken stop)
    {
        var pause = new PollingPause(limits.MaxPollingInterval);
        await new Polling(Source, log, clock).RunAsync(() => LookAsync(pause, stop), stop);
        await Task.WhenAll(running);
    }

    public async Task InvokeByHandAsync(string input, CancellationToken stop)
    {
        var data = QueueFacts.Data(Encoding.UTF8.GetBytes(input), function.Trigger.IsBinary);
        await invoker.InvokeAsync(function, new TriggerValue(data, []), stop);
    }

    // A poison queue gets no poison queue of its own.
    private static QueueClient? PoisonOf(FunctionDefinition function, Storage storage) =>
        function.Trigger["queueName"]!.EndsWith(PoisonSuffix, StringComparison.OrdinalIgnoreCase)
            ? null
            : storage.Queue(function.Trigger["connection"], function.Trigger["queueName"] + PoisonSuffix);

    private async Task<TimeSpan> LookAsync(PollingPause pause, CancellationToken stop)
    {
        await UntilRoomAsync();
        stop.ThrowIfCancellationRequested();

        // Not cancellable: an answer that nobody reads would leave its messages invisible for the whole lease.
        var messages = (await queue.ReceiveMessagesAsync(limits.BatchSize, limits.Lease, CancellationToken.None)).Value;
        foreach (var message in messages)
        {
            running.Add(DeliverAsync(message, stop));
        }

        return messages.Length == 0 ? pause.AfterNothing() : pause.AfterMessages();
    }

    private async Task UntilRoomAsync()
    {
        while (running.Count > limits.NewBatchThreshold)
        {
            var finished = await Task.WhenAny(running);
            running.Remove(finished);
            await finished;
        }
    }

    private async Task DeliverAsync(QueueMessage message, CancellationToken stop)
    {
        var delivery = new Delivery(queue, message, limits.Lease, clock);
        try
        {
            await DeliverAsync(message, delivery, stop);
        }
        catch (Azure.RequestFailedException failure)
        {
            log.Error(Source, $"Message {message.MessageId} could not be settled and will come again: {failure.Message}");
        }
    }

    private async Task DeliverAsync(QueueMessage message, Delivery delivery, CancellationToken stop)
    {
        if (poison is not null && message.DequeueCount > limits.MaxDequeueCount)
        {
            await PoisonAsync(message, delivery, poison, "it was tried too often before");
        }
        else if (encoding.Decode(message.MessageText) is { } body)
        {
            var value = QueueFacts.Of(message, body, function.Trigger.IsBinary);
            var outcome = await delivery.WhileInvisibleAsync(() => invoker.InvokeAsync(function, value, stop));
            await SettleAsync(message, delivery, outcome);
        }
        else
        {
            await SettleUnreadableAsync(message, delivery);
        }
    }

    // Without a poison queue a failed message stays invisible, so that it does not come back at once for ever.
    private Task SettleAsync(QueueMessage message, Delivery delivery, Outcome outcome) => (outcome.Succeeded, poison) switch
    {
        (true, _) => delivery.DeleteAsync(),
        (false, null) => Task.CompletedTask,
        (false, { } target) when message.DequeueCount >= limits.MaxDequeueCount =>
            PoisonAsync(message, delivery, target, $"it failed {message.DequeueCount} times"),
        _ => delivery.ShowAgainAsync(limits.VisibilityTimeout),
    };

    private async Task SettleUnreadableAsync(QueueMessage message, Delivery delivery)
    {
        log.Error(Source, $"Message {message.MessageId} is not base64, which messageEncoding of host.json asks for.");
        if (poison is not null)
        {
            await PoisonAsync(message, delivery, poison, "its text cannot be read");
        }
    }

    private async Task PoisonAsync(QueueMessage message, Delivery delivery, QueueClient target, string why)
    {
        log.Error(Source, $"Message {message.MessageId} goes to {target.Name}: {why}.");
        await delivery.MoveAsync(target);
    }
}
