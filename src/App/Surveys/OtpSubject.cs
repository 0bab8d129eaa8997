using Ita.App.Delivery;
using Ita.Domain.Naming;

namespace Ita.App.Surveys;

/// <summary>A phone number or e-mail address that receives a one-time password, in its canonical form.</summary>
/// <param name="Text">A phone number as +66 and digits, an e-mail address as <see cref="MailboxName"/>
/// returns it. Never stored or logged.</param>
public sealed record OtpSubject(Channel Channel, string Text)
{
    private const string Thailand = "+66";

    /// <summary>Null when it is neither a Thai mobile number nor an e-mail address.</summary>
    public static OtpSubject? Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        return text.Contains('@', StringComparison.Ordinal) ? Email(text) : Phone(text);
    }

    // Overridden because a record's own ToString would print the address into logs.
    public override string ToString() => Channel.ToString();

    private static OtpSubject? Email(string text) => MailboxName.Normalize(text) is { } mailbox ? new(Channel.Email, mailbox) : null;

    // Mobile numbers are 06, 08 or 09 and eight more digits; the country code may replace the 0.
    private static OtpSubject? Phone(string text)
    {
        var digits = string.Concat(text.Where(sign => sign is not (' ' or '-' or '(' or ')')).Select(Plain));
        var national = digits.StartsWith(Thailand, StringComparison.Ordinal) ? $"0{digits[Thailand.Length..]}" : digits;
        return national.Length == 10 && national.All(char.IsAsciiDigit) && national[0] == '0' && national[1] is ('6' or '8' or '9')
            ? new(Channel.Phone, $"{Thailand}{national[1..]}")
            : null;
    }

    private static char Plain(char sign) => sign is >= '๐' and <= '๙' ? (char)('0' + (sign - '๐')) : sign;
}
