namespace Ita.App.Surveys;

/// <summary>The proof, held in the pages of one form, that its sender entered the one-time password of a subject before filling it in. It has
/// the keyed hash of the subject instead of the subject, and belongs to the nonce of the form, so that it is valid as long as the form.</summary>
/// <remarks>Nothing is stored. It sends one sheet, because the password row of the subject is marked as used when the sheet is stored.</remarks>
internal static class SurveyPass
{
    private const char Between = '.';
    private const string Purpose = "pass";

    /// <param name="key">The key of the survey, see <see cref="SurveySecrets.Respondents"/>.</param>
    /// <param name="survey">EIT1.</param>
    public static string New(byte[] key, string survey, string nonce, OtpSubject subject)
    {
        var hash = PersonalHash.ForSubject(key, subject);
        return $"{hash}{Between}{Seal(key, survey, nonce, hash)}";
    }

    /// <summary>The keyed hash of the subject; null when the pass was not created here for this form.</summary>
    public static string? Read(byte[] key, string survey, string? nonce, string? pass) =>
        nonce is not null && pass?.Split(Between) is [var hash, var seal] && SecretHash.AreSame(Seal(key, survey, nonce, hash), seal) ? hash : null;

    private static string Seal(byte[] key, string survey, string nonce, string hash) => SecretHash.Of(key, Purpose, survey, nonce, hash);
}
