using Azure.Storage.Queues;

namespace Ita.App.Delivery;

/// <summary>Starts a delivery of the letters that are due. Contains no data of a letter.</summary>
public sealed record DeliverJob;

/// <summary>The letters to send. docs/decisions/0051 explains why there are two queues.</summary>
/// <remarks>Letters are on a queue that no trigger reads, so that no host copies them to a poison queue: the storage deletes each at the end
/// of its life. The trigger reads another queue, whose messages contain no data.</remarks>
public sealed class LetterBox(OpenStorage storage, TimeProvider clock)
{
    /// <summary>How long a taken letter stays invisible; it is taken again when the process that took it has ended. Longer than an
    /// attempt may take.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromSeconds(60);

    // The delivery starts after the letter is visible again.
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(1);

    private QueueClient Letters => storage.Connection.Queues.GetQueueClient(StorageNames.Queues.OtpLetters);

    private QueueClient Starts => storage.Connection.Queues.GetQueueClient(StorageNames.Queues.OtpOutbox);

    /// <summary>Accepts a letter; it is deleted when its life ends, sent or not.</summary>
    public async Task SendAsync(Letter letter, CancellationToken cancellationToken)
    {
        var life = letter.ExpiresAt - clock.GetUtcNow();
        await Letters.SendMessageAsync(
            JsonSerializer.Serialize(letter, JsonSerializerOptions.Web), timeToLive: life, cancellationToken: cancellationToken);
        await StartAsync(TimeSpan.Zero, life, cancellationToken);
    }

    /// <summary>Null when no letter is due.</summary>
    public async Task<TakenLetter?> TakeAsync(CancellationToken cancellationToken) =>
        (await Letters.ReceiveMessageAsync(Lease, cancellationToken)).Value is { } message
            ? new(Read(message.Body), message.MessageId, message.PopReceipt, message.DequeueCount)
            : null;

    /// <summary>Deletes a letter that is sent or given up. Succeeds when its life has ended meanwhile.</summary>
    public async Task DropAsync(TakenLetter taken, CancellationToken cancellationToken)
    {
        try
        {
            await Letters.DeleteMessageAsync(taken.Id, taken.Receipt, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status is StatusCodes.Status404NotFound or StatusCodes.Status400BadRequest)
        {
            // Expired, or taken by another process after the lease.
        }
    }

    /// <summary>Makes a letter due again after a pause. Its life is not prolonged.</summary>
    public async Task PutOffAsync(TakenLetter taken, TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            await Letters.UpdateMessageAsync(taken.Id, taken.Receipt, visibilityTimeout: pause, cancellationToken: cancellationToken);
            await StartAsync(pause + Later, Lease + pause, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status is StatusCodes.Status404NotFound or StatusCodes.Status400BadRequest)
        {
            // Expired, or taken by another process after the lease.
        }
    }

    private Task StartAsync(TimeSpan pause, TimeSpan life, CancellationToken cancellationToken) =>
        Starts.SendMessageAsync(
            Job.Write(new DeliverJob()), visibilityTimeout: pause, timeToLive: life + pause, cancellationToken: cancellationToken);

    private static Letter? Read(BinaryData body)
    {
        try
        {
            return body.ToObjectFromJson<Letter>(JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
