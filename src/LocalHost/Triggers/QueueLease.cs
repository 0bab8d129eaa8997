using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ita.LocalHost.Triggers;

/// <summary>
/// Shortens the ten minutes for which the WebJobs SDK makes a received message invisible, so that the messages of a killed host
/// are soon delivered again.
/// </summary>
/// <remarks>
/// The ten minutes are a constant of the SDK, which renews them after five. This policy of the queue clients writes the shorter
/// time into the requests Get Messages, renews each message when half of the time has passed until the SDK deletes or releases it,
/// and puts the latest pop receipt into those requests, because the SDK knows only the first one.
/// </remarks>
internal sealed partial class QueueLease(TimeSpan lease, HostLog log, TimeProvider clock) : HttpPipelinePolicy, IDisposable
{
    private const string SdkLease = "visibilitytimeout=600";

    private readonly ConcurrentDictionary<string, HeldMessage> held = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly string seconds = Math.Ceiling(lease.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessAsync(message, pipeline).AsTask().GetAwaiter().GetResult();

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var uri = message.Request.Uri;
        var isSdkLease = uri.Query.Contains(SdkLease, StringComparison.Ordinal);
        if (isSdkLease)
        {
            uri.Query = uri.Query.Replace(SdkLease, $"visibilitytimeout={seconds}", StringComparison.Ordinal);
        }

        return MessageId().Match(uri.Path) is { Success: true } match && held.TryGetValue(match.Groups[1].Value, out var known)
            ? ChangeAsync(known, message, pipeline, isRenewal: isSdkLease)
            : isSdkLease && message.Request.Method == RequestMethod.Get ? ReceiveAsync(message, pipeline) : ProcessNextAsync(message, pipeline);
    }

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    private async ValueTask ReceiveAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.Response.Status != 200)
        {
            return;
        }

        message.Request.Headers.TryGetValue("x-ms-version", out var version);
        var address = message.Request.Uri.ToUri().GetLeftPart(UriPartial.Path);
        foreach (var received in XDocument.Parse(message.Response.Content.ToString()).Descendants("QueueMessage"))
        {
            var id = received.Element("MessageId")!.Value;
            var one = new HeldMessage(new Uri($"{address}/{id}"), version!, received.Element("PopReceipt")!.Value);
            held[id] = one;
            _ = RenewUntilReleasedAsync(id, one, pipeline);
        }
    }

    // The SDK deletes, releases or renews a message.
    private static async ValueTask ChangeAsync(HeldMessage one, HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline, bool isRenewal)
    {
        await one.Turn.WaitAsync(message.CancellationToken);
        try
        {
            var uri = message.Request.Uri;
            uri.Query = PopReceipt().Replace(uri.Query, _ => Uri.EscapeDataString(one.PopReceipt));
            await ProcessNextAsync(message, pipeline);
            one.Take(message.Response, isHeld: isRenewal);
        }
        finally
        {
            one.Turn.Release();
        }
    }

    private async Task RenewUntilReleasedAsync(string id, HeldMessage one, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            while (one.IsHeld)
            {
                await Task.Delay(lease / 2, clock, stopping.Token);
                await RenewAsync(one, pipeline);
            }
        }
        catch (Exception failure) when (failure is
            OperationCanceledException or ObjectDisposedException or Azure.RequestFailedException or AggregateException)
        {
            log.Warning("Host", $"Message {id} is no longer renewed: {failure.Message}");
        }
        finally
        {
            held.TryRemove(id, out _);
        }
    }

    private async Task RenewAsync(HeldMessage one, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await one.Turn.WaitAsync(stopping.Token);
        try
        {
            if (one.IsHeld)
            {
                using var renewal = one.CreateRenewal(seconds);
                await ProcessNextAsync(renewal, pipeline);
                one.Take(renewal.Response, isHeld: true);
            }
        }
        finally
        {
            one.Turn.Release();
        }
    }

    [GeneratedRegex("/messages/([^/]+)$")]
    private static partial Regex MessageId();

    [GeneratedRegex("(?<=[?&]popreceipt=)[^&]*")]
    private static partial Regex PopReceipt();
}
