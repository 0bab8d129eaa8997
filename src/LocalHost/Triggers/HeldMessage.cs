using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ita.LocalHost.Triggers;

/// <summary>A queue message in work, with its latest pop receipt.</summary>
internal sealed class HeldMessage(Uri address, string serviceVersion, string popReceipt)
{
    /// <summary>Taken for each call about the message, because each call makes a new pop receipt.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    public string PopReceipt { get; private set; } = popReceipt;

    public bool IsHeld { get; private set; } = true;

    /// <summary>The request that keeps the message invisible for so many seconds more. It has no body, so the content stays.</summary>
    public HttpMessage Renewal(string seconds)
    {
        var request = HttpClientTransport.Shared.CreateRequest();
        request.Method = RequestMethod.Put;
        request.Uri.Reset(new Uri($"{address}?popreceipt={Uri.EscapeDataString(PopReceipt)}&visibilitytimeout={seconds}"));
        request.Headers.Add("x-ms-version", serviceVersion);
        return new HttpMessage(request, new ResponseClassifier());
    }

    /// <summary>Remembers the new pop receipt; a call that failed ends the hold.</summary>
    public void Take(Response response, bool isHeld)
    {
        IsHeld = isHeld && !response.IsError;
        PopReceipt = response.Headers.TryGetValue("x-ms-popreceipt", out var latest) ? latest : PopReceipt;
    }
}
