using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Ita.Domain.Naming;

/// <summary>The canonical form of an e-mail address, so that one mailbox is one respondent however its address is written.</summary>
/// <remarks>RFC 5321 allows a quoted local part, RFC 5891 a domain in letters or in Punycode, and a domain may end with a point. Parts of an
/// address that only some providers ignore (points, a plus and what follows) are kept: at others they are different mailboxes. The app has
/// no Unicode normalization (invariant globalization), so that only full-width letters and sara am are folded, and letters with separate
/// accents are refused.</remarks>
public static partial class MailboxName
{
    private const int Longest = 254;
    private const int LongestLocalPart = 64;
    private const char FullWidthOffset = (char)('！' - '!');

    private static readonly IdnMapping Domains = new() { UseStd3AsciiRules = true };

    /// <summary>Null when the text is not a plain address of one mailbox: no name, no comment, no domain literal.</summary>
    public static string? Normalize(string text)
    {
        var plain = string.Concat(text.Select(letter => letter is >= '！' and <= '～' ? (char)(letter - FullWidthOffset) : letter))
            .Replace("\u0E33", "\u0E4D\u0E32", StringComparison.Ordinal);
        var at = plain.LastIndexOf('@');
        return plain.Length <= Longest && at > 0
            && LocalPart(plain[..at]) is { } local && Domain(plain[(at + 1)..]) is { } domain
            && MailAddress.TryCreate($"{local}@{domain}", out var address) && address.Address == $"{local}@{domain}"
            ? address.Address
            : null;
    }

    // A quoted local part means the same as the plain one, and a backslash in it the character after it.
    private static string? LocalPart(string text)
    {
        var plain = text is ['"', .. var quoted, '"'] ? Escaped().Replace(quoted, "$1") : text;
        return plain.Length <= LongestLocalPart && Atoms().IsMatch(plain) ? plain.ToLowerInvariant() : null;
    }

    private static string? Domain(string text)
    {
        var name = (text.EndsWith('.') ? text[..^1] : text).ToLowerInvariant();
        try
        {
            // Punycode is decoded and encoded again, which refuses a form that no name has.
            var domain = Domains.GetAscii(name);
            return !name.EndsWith('.') && !Accents().IsMatch(name) && domain.Contains('.', StringComparison.Ordinal)
                && Domains.GetAscii(Domains.GetUnicode(domain)) == domain ? domain : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Thai letters are allowed in a local part (RFC 6531).
    [GeneratedRegex(@"^[A-Za-z0-9\u0E01-\u0E4E!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9\u0E01-\u0E4E!#$%&'*+/=?^_`{|}~-]+)*\z")]
    private static partial Regex Atoms();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"[\u0300-\u036F]")]
    private static partial Regex Accents();
}
