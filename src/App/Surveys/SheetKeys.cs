namespace Ita.App.Surveys;

/// <summary>What follows from the key of a survey's respondents.</summary>
/// <param name="nonce">Of the sheet that is being sent.</param>
public sealed class SheetKeys(SurveySecrets secrets, string survey, string nonce)
{
    public SurveySecrets Secrets => secrets;

    /// <summary>Where the sheet lies: the same for the same nonce, and it tells nothing of when or who.</summary>
    public string Row { get; } = SecretHash.Of(secrets.Respondents!, "sheet", survey, nonce);

    /// <summary>What a password remembers of its sheet until that is stored. Only the nonce brings this and <see cref="Row"/> together.</summary>
    public string Claim { get; } = SecretHash.Of(secrets.Respondents!, "claim", survey, nonce);
}

/// <summary>Keyed hashes of what comes from people.</summary>
internal static class PersonalHash
{
    public static string ForSubject(byte[] respondents, OtpSubject subject) => SecretHash.Of(respondents, "subject", subject.Text);

    public static string ForPassword(byte[] respondents, string subjectHash, string digits) => SecretHash.Of(respondents, "password", subjectHash, digits);

    public static string ForAddress(byte[] respondents, string clientAddress) => SecretHash.Of(respondents, "address", clientAddress);
}
