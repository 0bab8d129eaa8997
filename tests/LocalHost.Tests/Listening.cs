using System.Net;
using System.Net.Sockets;

namespace Ita.LocalHost.Tests;

internal static class Listening
{
    /// <summary>Waits until no process of this machine accepts connections on the port.</summary>
    public static Task UntilClosedAsync(int port) => Eventually.TrueAsync(async () => !await AcceptsAsync(port), $"port {port} to close");

    private static async Task<bool> AcceptsAsync(int port)
    {
        using var client = new TcpClient();
        var connecting = client.ConnectAsync(IPAddress.Loopback, port);
        await connecting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return connecting.IsCompletedSuccessfully;
    }
}
