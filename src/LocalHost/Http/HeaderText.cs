using System.Text;

namespace Ita.LocalHost.Http;

internal static class HeaderText
{
    /// <summary>
    /// UTF-8, as the worker's server reads it. Bytes that are not UTF-8 become U+FFFD, because the worker's server would refuse them
    /// before the function sees the request, and the call would fail.
    /// </summary>
    public static readonly Encoding Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
}
