namespace Ita.LocalHost.Invocations;

/// <summary>Base64 as the host reads it.</summary>
internal static class Base64
{
    /// <summary>The bytes; null when the text is not base64.</summary>
    public static byte[]? Decode(string text)
    {
        var buffer = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : null;
    }
}
