using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ita.LocalHost.Triggers;

/// <summary>A queue message in work and its latest pop receipt.</summary>
internal sealed class HeldMessage(Uri address, string serviceVersion, string popReceipt)
{
    /// <summary>Held during each request about the message, because each request creates a new pop receipt.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    public string PopReceipt { get; private set; } = popReceipt;

    public bool IsHeld { get; private set; } = true;

    /// <summary>Creates the request that keeps the message invisible for this many seconds. It has no body, so the content stays.</summary>
    public HttpMessage CreateRenewal(string seconds)
    {
        var request = HttpClientTransport.Shared.CreateRequest();
        request.Method = RequestMethod.Put;
        request.Uri.Reset(new Uri($"{address}?popreceipt={Uri.EscapeDataString(PopReceipt)}&visibilitytimeout={seconds}"));
        request.Headers.Add("x-ms-version", serviceVersion);
        return new HttpMessage(request, new ResponseClassifier());
    }

    /// <summary>Stores the new pop receipt. A message is no longer held after a request that failed.</summary>
    public void Take(Response response, bool isHeld)
    {
        IsHeld = isHeld && !response.IsError;
        PopReceipt = response.Headers.TryGetValue("x-ms-popreceipt", out var latest) ? latest : PopReceipt;
    }
}
