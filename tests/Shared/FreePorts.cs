using System.Net;
using System.Net.Sockets;

namespace Ita.Tests;

/// <summary>Free TCP ports.</summary>
public static class FreePorts
{
    /// <summary>All held at once before any is let go, so that they differ.</summary>
    public static int[] Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
