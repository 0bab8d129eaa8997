using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Ita.LocalHost.Queues;

/// <summary>
/// One received message: kept invisible while it is worked on, then deleted, shown again, or moved to the poison queue.
/// </summary>
/// <param name="lease">How long a message stays invisible before the host has to ask for more; it asks at half time.</param>
internal sealed class Delivery(QueueClient queue, QueueMessage message, TimeSpan lease, TimeProvider clock)
{
    private string popReceipt = message.PopReceipt;

    /// <summary>Does the work while the message stays invisible, however long it takes.</summary>
    public async Task<T> WhileInvisibleAsync<T>(Func<Task<T>> work)
    {
        using var done = new CancellationTokenSource();
        var renewing = RenewAsync(done.Token);
        try
        {
            return await work();
        }
        finally
        {
            await done.CancelAsync();
            await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task DeleteAsync() => queue.DeleteMessageAsync(message.MessageId, popReceipt);

    public async Task ShowAgainAsync(TimeSpan after)
    {
        UpdateReceipt receipt = await queue.UpdateMessageAsync(message.MessageId, popReceipt, visibilityTimeout: after);
        popReceipt = receipt.PopReceipt;
    }

    /// <summary>Moves the text as it is; first the copy, so that nothing is lost in between.</summary>
    public async Task MoveAsync(QueueClient poison)
    {
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.MessageText);
        await DeleteAsync();
    }

    private async Task RenewAsync(CancellationToken done)
    {
        using var half = new PeriodicTimer(lease / 2, clock);
        while (await half.WaitForNextTickAsync(done))
        {
            await ShowAgainAsync(lease);
        }
    }
}
