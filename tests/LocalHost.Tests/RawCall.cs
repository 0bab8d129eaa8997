using System.Net.Sockets;
using System.Text;

namespace Ita.LocalHost.Tests;

/// <summary>A request written byte by byte, with headers that an HTTP client would not send.</summary>
internal static class RawCall
{
    /// <param name="port">The port on this machine.</param>
    /// <param name="start">Method and address.</param>
    /// <param name="headers">Each character is one byte.</param>
    public static async Task<string> SendAsync(int port, string start, params string[] headers)
    {
        using var client = new TcpClient("127.0.0.1", port);
        var text = string.Join("\r\n", [$"{start} HTTP/1.1", .. headers, "Connection: close", "", ""]);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));
        return await new StreamReader(client.GetStream(), Encoding.UTF8).ReadToEndAsync();
    }

    /// <summary>The UTF-8 bytes of a text, each as one character.</summary>
    public static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
