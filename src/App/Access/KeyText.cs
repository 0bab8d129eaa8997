using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace Ita.App.Access;

/// <summary>A key as it is sent: <c>ita-{id}-{secret}</c>. The id finds the record, the secret proves
/// possession.</summary>
/// <param name="Id">64 random bits in hexadecimal.</param>
/// <param name="Secret">256 random bits. They cannot be guessed, so SHA-256 is sufficient and no slow password hash is
/// needed.</param>
public sealed record KeyText(string Id, string Secret)
{
    private const string Start = "ita-";
    private const int IdBytes = 8;
    private const int SecretBytes = 32;
    private const int IdLength = 2 * IdBytes;

    public static KeyText New() => New(NewId());

    /// <summary>A key with an id that was drawn before.</summary>
    public static KeyText New(string id) => new(id, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    public static bool IsId(string? text) => text is { Length: IdLength } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>False when the text does not have the format of a key.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out KeyText? key)
    {
        var behindId = Start.Length + IdLength;
        key = text.StartsWith(Start, StringComparison.Ordinal) && text.Length > behindId + 1 && text[behindId] == '-'
            && text.AsSpan(Start.Length, IdLength).ToString().All(char.IsAsciiHexDigitLower)
            ? new(text[Start.Length..behindId], text[(behindId + 1)..])
            : null;
        return key is not null;
    }

    /// <summary>The SHA-256 of the secret, which is stored instead of the secret.</summary>
    public byte[] Hash() => HashOf(Secret);

    /// <summary>The complete key, as its holder receives it.</summary>
    public string Full => $"{Start}{Id}-{Secret}";

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
