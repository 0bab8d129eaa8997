using System.Net;
using System.Net.Sockets;

namespace Ita.LocalHost.Handling;

/// <summary>Whether any byte of a request was written to the handler.</summary>
internal sealed class SendMark
{
    public static readonly AsyncLocal<SendMark?> Current = new();

    public bool IsSent { get; set; }
}

/// <summary>
/// A connection that marks the request being sent. HttpClient repeats a GET whose connection breaks, so that "refused"
/// alone does not tell whether the handler has seen the request and perhaps died of it.
/// </summary>
internal sealed class MarkingStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken stop)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Parse(target.Host), target.Port, stop);
            return new MarkingStream(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (SendMark.Current.Value is { } mark)
        {
            mark.IsSent = true;
        }

        return base.WriteAsync(buffer, cancellationToken);
    }
}
