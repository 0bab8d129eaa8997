using System.Net;
using System.Net.Sockets;

namespace Ita.App.Web;

/// <summary>The client's address of a request.</summary>
/// <remarks>Clients may send any <c>X-Forwarded-For</c>. The Functions host replaces it by the address of the
/// connection, and the worker uses it as the address of the connection. Behind the front end of Container Apps the
/// host must trust the front end's header, which the image's setting <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c>
/// enables.</remarks>
public static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>See <see cref="Network"/>.</summary>
    public static string Of(HttpContext context) => Network(context.Connection.RemoteIpAddress?.ToString() ?? "");

    /// <summary>What counts as one client in limits: an IPv4 address, also when it is written as an IPv6 address
    /// (<c>::ffff:192.0.2.1</c>), or the /64 network of an IPv6 address, because one connection has all addresses of its network. Any other
    /// text is returned as it is.</summary>
    public static string Network(string address)
    {
        if (!IPAddress.TryParse(address, out var read) || read.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        if (read.IsIPv4MappedToIPv6)
        {
            return read.MapToIPv4().ToString();
        }

        var bytes = read.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
