using System.Net;

namespace Ita.LocalHost.Tests;

/// <summary>A request body whose last byte is sent when <see cref="Finish"/> is called.</summary>
internal sealed class DrippingContent : HttpContent
{
    private readonly TaskCompletionSource finished = new();

    public void Finish() => finished.SetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        // More bytes than the buffers between client and function hold back.
        await stream.WriteAsync(new byte[100_000]);
        await stream.FlushAsync();
        await finished.Task;
        await stream.WriteAsync("x"u8.ToArray());
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
