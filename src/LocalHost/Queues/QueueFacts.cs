using Azure.Storage.Queues.Models;
using Ita.LocalHost.Invocations;

namespace Ita.LocalHost.Queues;

/// <summary>A queue message as a trigger value (contract.md, section 2.1).</summary>
internal static class QueueFacts
{
    public static TriggerValue Of(QueueMessage message, byte[] body, bool isBinary) => new(Data(body, isBinary),
    [
        new("DequeueCount", new NumberValue(message.DequeueCount)),
        .. Time("ExpirationTime", message.ExpiresOn),
        new("Id", new TextValue(message.MessageId)),
        .. Time("InsertionTime", message.InsertedOn),
        .. Time("NextVisibleTime", message.NextVisibleOn),
        new("PopReceipt", new TextValue(message.PopReceipt)),
    ]);

    /// <summary>The value of a message: bytes with <c>dataType: binary</c>, else text.</summary>
    public static PayloadValue Data(byte[] body, bool isBinary) =>
        isBinary ? new BytesValue(body) : new TextValue(System.Text.Encoding.UTF8.GetString(body));

    private static KeyValuePair<string, PayloadValue>[] Time(string key, DateTimeOffset? time) =>
        time is { } known ? [new(key, new TimeValue(known))] : [];
}
