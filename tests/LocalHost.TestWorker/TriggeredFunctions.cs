using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Ita.LocalHost.TestWorker;

internal sealed class TriggeredFunctions
{
    [Function("Work")]
    public Task WorkAsync([QueueTrigger("%TEST_NAME%")] byte[] message, FunctionContext context, CancellationToken cancellationToken) =>
        Orders.ObeyAsync(context, message, cancellationToken);

    [Function("Text")]
    public Task TextAsync([QueueTrigger("%TEST_NAME%-text")] string message, FunctionContext context, CancellationToken cancellationToken) =>
        Orders.ObeyAsync(context, Encoding.UTF8.GetBytes(message), cancellationToken);

    [Function("Message")]
    public Task MessageAsync(
        [QueueTrigger("%TEST_NAME%-message")] QueueMessage message, FunctionContext context, CancellationToken cancellationToken) =>
        Orders.ObeyAsync(context, Encoding.UTF8.GetBytes($"{message.Body} {message.DequeueCount}"), cancellationToken);

    [Function("Poison")]
    public Task PoisonAsync([QueueTrigger("%TEST_NAME%-poison")] byte[] message, FunctionContext context, CancellationToken cancellationToken) =>
        Orders.ObeyAsync(context, message, cancellationToken);

    [Function("Elsewhere")]
    public Task ElsewhereAsync(
        [QueueTrigger("%TEST_NAME%-elsewhere", Connection = "Elsewhere")] byte[] message,
        FunctionContext context,
        CancellationToken cancellationToken) =>
        Orders.ObeyAsync(context, message, cancellationToken);

    [Function("Arrived")]
    public async Task ArrivedAsync(
        [BlobTrigger("%TEST_NAME%/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob,
        string name,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var content = (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
        await Orders.ObeyAsync(context, [.. content, .. Encoding.UTF8.GetBytes($" {name}")], cancellationToken);
    }

    [Function("Listed")]
    public Task ListedAsync(
        [BlobTrigger("%TEST_NAME%-listed/{name}")] byte[] content, FunctionContext context, CancellationToken cancellationToken) =>
        Orders.ObeyAsync(context, content, cancellationToken);

    [Function("Tick")]
    public Task TickAsync([TimerTrigger("%TEST_SCHEDULE%")] TimerInfo timer, FunctionContext context, CancellationToken cancellationToken) =>
        Orders.ObeyAsync(
            context, Encoding.UTF8.GetBytes($"tick {(timer.IsPastDue ? "late" : "due")} {timer.ScheduleStatus?.Next:O}"), cancellationToken);

    [Function("Retried")]
    [FixedDelayRetry(2, "00:00:00.2")]
    public Task RetriedAsync(
        [TimerTrigger("%TEST_SCHEDULE%", RunOnStartup = true)] TimerInfo timer, FunctionContext context, CancellationToken cancellationToken) =>
        Orders.ObeyAsync(context, "fail"u8.ToArray(), cancellationToken);
}
