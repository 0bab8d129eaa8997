namespace Ita.App.Surveys;

/// <summary>The values derived from the key of a survey's respondents.</summary>
/// <param name="nonce">The nonce of the sheet that is sent.</param>
public sealed class SheetKeys(SurveySecrets secrets, string survey, string nonce)
{
    public SurveySecrets Secrets => secrets;

    /// <summary>The row key of the sheet: the same for the same nonce; reveals neither time nor person.</summary>
    public string Row { get; } = RowOf(secrets.Respondents!, survey, nonce);

    /// <summary>The mark stored with a password until its sheet is stored. It can be linked with <see cref="Row"/>
    /// only by the nonce.</summary>
    public string Claim { get; } = SecretHash.Of(secrets.Respondents!, "claim", survey, nonce);

    /// <param name="respondents">See <see cref="SurveySecrets.Respondents"/>.</param>
    public static string RowOf(byte[] respondents, string survey, string nonce) => SecretHash.Of(respondents, "sheet", survey, nonce);
}

/// <summary>Keyed hashes of personal data.</summary>
internal static class PersonalHash
{
    // 64 bits, so that the remainder is uniformly distributed for all purposes.
    private const int DigitsFrom = 16;

    public static string ForSubject(byte[] respondents, OtpSubject subject) => SecretHash.Of(respondents, "subject", subject.Text);

    public static string ForPassword(
        byte[] respondents, string subjectHash, string digits) => SecretHash.Of(respondents, "password", subjectHash, digits);

    /// <summary>The digits that a seed gives for a subject: uniformly distributed, and unknown without the key.</summary>
    public static string Digits(byte[] respondents, string subjectHash, PasswordSeed seed)
    {
        var hash = SecretHash.Of(respondents, "digits", subjectHash, seed.Text).AsSpan(0, DigitsFrom);
        return OneTimePassword.FormatDigits(
            (int)(ulong.Parse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture) % OneTimePassword.Count));
    }

    public static string ForAddress(byte[] respondents, string clientAddress) =>
        SecretHash.Of(respondents, "address", ClientAddress.Network(clientAddress));

    /// <summary>An address together with a subject. It differs for each subject, so that it does not tell which subjects share an
    /// address.</summary>
    public static string ForSender(byte[] respondents, string subjectHash, string clientAddress) =>
        SecretHash.Of(respondents, "sender", subjectHash, ClientAddress.Network(clientAddress));
}
