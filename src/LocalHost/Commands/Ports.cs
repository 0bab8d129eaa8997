using System.Net;
using System.Net.Sockets;

namespace Ita.LocalHost.Commands;

/// <summary>The ports that the environment names; 0 is any free one.</summary>
/// <param name="Public">The port of the app.</param>
/// <param name="Storage">The ports of blobs, queues and tables.</param>
internal sealed record Ports(int Public, int[] Storage)
{
    /// <summary>The port of the page that shows caught mail; 0 takes a free one.</summary>
    public int Mail { get; init; }

    public const string StorageName = "ITA_AZURITE_PORTS";
    public const string PublicName = "ITA_PORT";
    public const string MailName = "ITA_MAIL_PORT";

    /// <exception cref="FormatException">A variable is not a port, or two ports are the same.</exception>
    public static Ports ReadEnvironment() =>
        Parse(Environment.GetEnvironmentVariable(PublicName), Environment.GetEnvironmentVariable(StorageName)) with
        {
            Mail = Port(Or(Environment.GetEnvironmentVariable(MailName), "0")),
        };

    public static Ports Parse(string? publicPort, string? storagePorts)
    {
        var ports = new Ports(Port(Or(publicPort, "7071")), [.. Or(storagePorts, "10000,10001,10002").Split(',').Select(Port)]);
        int[] named = [.. ports.Storage.Append(ports.Public).Where(port => port > 0)];
        return ports.Storage.Length == 3 && named.Distinct().Count() == named.Length
            ? ports
            : throw new FormatException($"{StorageName}=blob,queue,table must be three different ports, and {PublicName} another one.");
    }

    /// <summary>Called before anything starts, because a program that listens already would be taken for ours.</summary>
    /// <exception cref="IOException">Another program listens on one of the ports.</exception>
    public void EnsureFree()
    {
        var settings = Storage.Select(port => (port, $"{StorageName}=blob,queue,table (now {string.Join(',', Storage)})"));
        (int, string)[] others = [(Mail, $"{MailName} (now {Mail})"), (Public, $"{PublicName} (now {Public})")];
        if (settings.Concat(others).FirstOrDefault(one => IsTaken(one.Item1)) is (var port, { } setting))
        {
            throw new IOException(
                $"Another program listens on port {port}. Nothing was started. Stop that program, or choose other ports with {setting}.");
        }
    }

    private static string Or(string? value, string otherwise) => string.IsNullOrEmpty(value) ? otherwise : value;

    /// <exception cref="FormatException">The text is not a port.</exception>
    public static int Port(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw new FormatException($"'{text}' is not a port.");

    private static bool IsTaken(int port) => IsTaken(IPAddress.Loopback, port) || (Socket.OSSupportsIPv6 && IsTaken(IPAddress.IPv6Loopback, port));

    private static bool IsTaken(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return false;
        }
        catch (SocketException taken)
        {
            // Any other error: for example a machine without an IPv6 address whose kernel supports IPv6.
            return taken.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }
}
