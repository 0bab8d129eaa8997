using System.Net;

namespace Ita.LocalHost.Tests.Commands;

/// <summary>A request body whose second half is sent when <see cref="Release"/> is called.</summary>
internal sealed class HeldContent(byte[] first, byte[] second) : HttpContent
{
    private readonly TaskCompletionSource begun = new();
    private readonly TaskCompletionSource released = new();

    /// <summary>Completes when the first half is sent.</summary>
    public Task Begun => begun.Task;

    public void Release() => released.SetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(first);
        await stream.FlushAsync();
        begun.SetResult();
        await released.Task;
        await stream.WriteAsync(second);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = first.Length + second.Length;
        return true;
    }
}
