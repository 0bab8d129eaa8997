namespace Ita.Domain.Responses;

/// <summary>
/// A password sent to a phone or e-mail address, valid for one sheet: six digits, five minutes, five attempts. One record is stored per
/// subject, so a new password invalidates the old one.
/// </summary>
/// <param name="Secret">Keyed hash of the digits; the digits themselves are never stored.</param>
/// <param name="WrongTries">Number of attempts with wrong digits.</param>
/// <param name="IsUsed">Whether the right digits were entered; they are accepted once.</param>
public sealed record OneTimePassword(string Secret, DateTimeOffset SentAt, int WrongTries = 0, bool IsUsed = false)
{
    public const int Tries = 5;

    /// <summary>Number of different passwords.</summary>
    public const int Count = 1_000_000;

    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Limits how often a password is sent to one subject; without it, five attempts per password would be no limit.</summary>
    public static RateLimit SendLimit { get; } = new(3, TimeSpan.FromMinutes(15));

    private const int Digits = 6;

    /// <param name="chance">0 to <see cref="Count"/> - 1, uniformly distributed, from a cryptographic generator.</param>
    public static string FormatDigits(int chance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(chance);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chance, Count);
        return chance.ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The typed password as six ASCII digits; spaces and hyphens are ignored and Thai digits accepted. Null when it is not six digits.
    /// </summary>
    public static string? Read(string typed)
    {
        if (typed.Length > 4 * Digits)
        {
            return null;
        }

        var plain = string.Concat(typed.Where(sign => sign is not ('-' or '\u00a0') && !char.IsWhiteSpace(sign)).Select(Plain));
        return plain.Length == Digits && plain.All(char.IsAsciiDigit) ? plain : null;
    }

    /// <summary>Counts one attempt to use it.</summary>
    /// <param name="isRight">Whether the hash of the digits equals <see cref="Secret"/>, compared in constant time.</param>
    public OneTimePasswordTry Try(bool isRight, DateTimeOffset now) => this switch
    {
        { IsUsed: true } => Refused("otp-used"),
        { WrongTries: >= Tries } => Refused("otp-tries-used-up"),
        _ when now - SentAt >= Lifetime || now < SentAt => Refused("otp-expired"),
        _ when isRight => new(this with { IsUsed = true }, null),
        _ => Wrong(),
    };

    private OneTimePasswordTry Wrong()
    {
        var after = this with { WrongTries = WrongTries + 1 };
        return after.WrongTries >= Tries
            ? after.Refused("otp-tries-used-up")
            : new(after, new Problem("otp-wrong", Severity.Error).With("left", (Tries - after.WrongTries).ToString(CultureInfo.InvariantCulture)));
    }

    private OneTimePasswordTry Refused(string code) => new(this, new Problem(code, Severity.Error));

    private static char Plain(char sign) => sign is >= '๐' and <= '๙' ? (char)('0' + (sign - '๐')) : sign;
}

/// <summary>The outcome of an attempt.</summary>
/// <param name="After">Must be stored before anything else is done: two simultaneous attempts must not both count as the first.</param>
/// <param name="Problem">Null when the password was right and is now used.</param>
public sealed record OneTimePasswordTry(OneTimePassword After, Problem? Problem);
