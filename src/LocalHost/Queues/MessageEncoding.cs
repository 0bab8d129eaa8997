using System.Text;
using Ita.LocalHost.Invocations;

namespace Ita.LocalHost.Queues;

/// <summary><c>messageEncoding</c> of host.json: how the bytes of a message become its text in the queue.</summary>
internal sealed record MessageEncoding(bool IsBase64)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Encode(ReadOnlySpan<byte> message) => IsBase64 ? Convert.ToBase64String(message) : Utf8.GetString(message);

    /// <summary>The bytes of a message; null when its text is not base64 although it should be.</summary>
    public byte[]? Decode(string text) => IsBase64 ? Base64.Decode(text) : Utf8.GetBytes(text);
}
