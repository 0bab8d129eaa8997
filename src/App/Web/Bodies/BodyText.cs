using Ita.Domain.Texts;

namespace Ita.App.Web.Bodies;

/// <summary>A text of a body.</summary>
internal static class BodyText
{
    /// <summary>How a half of a surrogate pair is shown.</summary>
    public const string Broken = "U+D800–U+DFFF";

    /// <summary>The text; null when an escape in it is half of a surrogate pair.</summary>
    public static string? Read(JsonElement value) => TryRead(value.GetString);

    /// <summary>The name; null when an escape in it is half of a surrogate pair.</summary>
    public static string? ReadName(JsonProperty member) => TryRead(() => member.Name);

    /// <summary>Why a text cannot be stored: its length or a character. Null when it can.</summary>
    /// <param name="member">The name that decides the limit, see <see cref="MemberLimits"/>.</param>
    /// <param name="path">The member as the problem names it.</param>
    public static Problem? FindProblem(string text, string member, string path)
    {
        if (text.Length > MemberLimits.TextOf(member))
        {
            return new Problem("member-too-long", Severity.Error, Column: path).With("limit", $"{MemberLimits.TextOf(member)}");
        }

        if (TextFaults.FindRefused(text, MemberLimits.IsMultiline(member)) is { } refused && refused is < '\u0080' or > '\u009F')
        {
            return new Problem("member-character", Severity.Error, Column: path, Value: $"U+{(int)refused:X4}");
        }

        return UnreadableText.Find(ThaiSpelling.Repair(text)) switch
        {
            TextFault.None => null,
            TextFault.Garbled => new Problem("member-garbled", Severity.Error, Column: path),
            _ => new Problem("member-unreadable", Severity.Error, Column: path),
        };
    }

    private static string? TryRead(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
