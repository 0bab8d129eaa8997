using System.Net;

namespace Ita.LocalHost.Tests.Commands;

/// <summary>A request body whose second half is sent when the test says so.</summary>
internal sealed class HeldContent(byte[] first, byte[] second) : HttpContent
{
    private readonly TaskCompletionSource _begun = new();
    private readonly TaskCompletionSource _released = new();

    /// <summary>Completes when the first half is sent.</summary>
    public Task Begun => _begun.Task;

    public void Release() => _released.SetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(first);
        await stream.FlushAsync();
        _begun.SetResult();
        await _released.Task;
        await stream.WriteAsync(second);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = first.Length + second.Length;
        return true;
    }
}
