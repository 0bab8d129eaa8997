namespace Ita.Domain.Responses;

/// <summary>
/// A password sent to a phone or e-mail address, valid for one sheet: six digits, five minutes. One record is stored per subject, so a new
/// password invalidates the old one.
/// </summary>
/// <param name="Secret">Keyed hash of the digits; the digits themselves are never stored. Empty when no password was sent.</param>
/// <param name="IsUsed">Whether the right digits were entered; they are accepted once.</param>
/// <param name="AskedFrom">Keyed hash of the address that asked for the password; empty when that is not known.</param>
public sealed record OneTimePassword(string Secret, DateTimeOffset SentAt, bool IsUsed = false, string AskedFrom = "")
{
    /// <summary>Number of different passwords.</summary>
    public const int Count = 1_000_000;

    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the refusal of right digits states the reason. Later they are refused like wrong ones, so that the digits of an
    /// old password cannot be searched for.</summary>
    public static TimeSpan ExplainedFor { get; } = TimeSpan.FromHours(1);

    /// <summary>The wrong attempts for this subject. They are kept when a new password is sent.</summary>
    public Guesses Guesses { get; init; } = Guesses.None;

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

    /// <summary>Counts one attempt to use it. Wrong digits get one refusal in every state; the state is returned for right digits only.</summary>
    /// <param name="isRight">Whether the hash of the digits equals <see cref="Secret"/>, compared in constant time.</param>
    /// <param name="sender">Keyed hash of the address that sent the digits.</param>
    public OneTimePasswordTry Try(bool isRight, string sender, DateTimeOffset now)
    {
        if (Guesses.Take(sender, now).Problem is { } tooMany)
        {
            return new(this, tooMany);
        }

        // Refused like wrong digits: the owner gets a new password and is then the sender who asked.
        if (sender != AskedFrom && Guesses.AreUsedUp(AskedFrom, now))
        {
            return Refused("otp-wrong");
        }

        return isRight && now - SentAt < ExplainedFor ? Right(now) : new(this with { Guesses = Guesses.Add(sender, now) }, Wrong);
    }

    private static Problem Wrong => new("otp-wrong", Severity.Error);

    private OneTimePasswordTry Right(DateTimeOffset now) => this switch
    {
        { IsUsed: true } => Refused("otp-used"),
        _ when now - SentAt >= Lifetime || now < SentAt => Refused("otp-expired"),
        _ => new(this with { IsUsed = true }, null),
    };

    private OneTimePasswordTry Refused(string code) => new(this, new Problem(code, Severity.Error));

    private static char Plain(char sign) => sign is >= '๐' and <= '๙' ? (char)('0' + (sign - '๐')) : sign;
}

/// <summary>The outcome of an attempt.</summary>
/// <param name="After">Must be stored before anything else is done: two simultaneous attempts must not both count as the first.</param>
/// <param name="Problem">Null when the password was right and is now used.</param>
public sealed record OneTimePasswordTry(OneTimePassword After, Problem? Problem);
