using System.Buffers.Text;

namespace Ita.App.Web;

/// <summary>The token of the next page of a list: the storage's own token with a checksum over it and the list. The storage takes any text
/// as a token and answers an empty page; a token that was not issued for the list is recognised here.</summary>
internal static class PageToken
{
    private const int SumBytes = 6;

    public static Refusal Unknown => Refusal.Invalid("page-unknown");

    /// <param name="list">The list and its scope, for example "results 2566".</param>
    /// <param name="token">The storage's token; null on the last page.</param>
    public static string? Write(string list, string? token) =>
        token is null ? null : Base64Url.EncodeToString([.. SumOf(list, token), .. Encoding.UTF8.GetBytes(token)]);

    /// <summary>The storage's token, null for the first page; false when the text was not issued for the list.</summary>
    public static bool TryRead(string list, string? page, out string? token)
    {
        token = null;
        if (string.IsNullOrEmpty(page))
        {
            return true;
        }

        if (!Base64Url.IsValid(page) || Base64Url.DecodeFromChars(page) is not { Length: > SumBytes } bytes)
        {
            return false;
        }

        token = Encoding.UTF8.GetString(bytes.AsSpan(SumBytes));
        return bytes.AsSpan(0, SumBytes).SequenceEqual(SumOf(list, token));
    }

    private static ReadOnlySpan<byte> SumOf(string list, string token) => SHA256.HashData(Encoding.UTF8.GetBytes($"{list} {token}")).AsSpan(0, SumBytes);
}
