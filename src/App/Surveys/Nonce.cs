using System.Buffers.Text;
using System.Text.RegularExpressions;

namespace Ita.App.Surveys;

/// <summary>The random text that identifies a repeated post, created once with the form. Our own nonces begin with
/// the second in which the form was shown, so that a sheet sent faster than it can be read is noticed. It is not
/// stored.</summary>
/// <param name="ShownAt">Null for a nonce that the client created.</param>
public sealed partial record Nonce(string Text, DateTimeOffset? ShownAt)
{
    private const int ChanceBytes = 16;

    public static string New(TimeProvider clock) => string.Create(
        CultureInfo.InvariantCulture,
        $"{clock.GetUtcNow().ToUnixTimeSeconds()}-{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(ChanceBytes))}");

    /// <summary>Null when it is not random enough: 16 to 64 letters, digits, hyphens, underscores.</summary>
    public static Nonce? Read(string? text)
    {
        if (text is null || !Usable().IsMatch(text))
        {
            return null;
        }

        return Ours().Match(text) is { Success: true } match
            ? new(text, DateTimeOffset.FromUnixTimeSeconds(long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)))
            : new(text, null);
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{16,64}$")]
    private static partial Regex Usable();

    [GeneratedRegex("^([0-9]{10})-")]
    private static partial Regex Ours();
}
