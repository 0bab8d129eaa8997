namespace Ita.App.Surveys.Forms;

/// <summary>Whether a posted form was created by us and is still valid.</summary>
public enum FormTokenState
{
    Good,

    /// <summary>The form was shown too long ago.</summary>
    Expired,

    /// <summary>Not created here for this survey, or changed since.</summary>
    Foreign,
}

/// <summary>The hidden field that proves that a form was shown by us: a <see cref="Nonce"/> with the second of its
/// creation, and a keyed hash of it under the survey's own key. Another site cannot create one, and the same form sent
/// twice is one sheet.</summary>
/// <remarks>Nothing is stored. When the survey closes its key is deleted, which invalidates every token.</remarks>
internal sealed class FormTokens(IConfiguration configuration, TimeProvider clock)
{
    /// <summary>The setting for how long a form is valid, as hours:minutes:seconds.</summary>
    public const string Setting = "ITA_FORM_LIFETIME";

    private const char Between = '.';
    private const string Purpose = "form";

    // Longer than any break, shorter than the time a page stays open overnight on a shared device.
    private static readonly TimeSpan Usual = TimeSpan.FromHours(2);

    private readonly TimeSpan lifetime = configuration[Setting] is { Length: > 0 } set ? TimeSpan.Parse(set, CultureInfo.InvariantCulture) : Usual;

    /// <param name="key">The key of the survey, see <see cref="SurveySecrets.Respondents"/>.</param>
    /// <param name="survey">IIT or EIT1.</param>
    public string New(byte[] key, string survey)
    {
        var nonce = Nonce.New(clock);
        return $"{nonce}{Between}{SecretHash.Of(key, Purpose, survey, nonce)}";
    }

    /// <summary>The nonce of the token when it is one of ours, even an expired one; otherwise null.</summary>
    public (FormTokenState State, string? Nonce) Read(byte[] key, string survey, string? token)
    {
        if (token?.Split(Between) is not [var text, var hash] || Nonce.Read(text) is not { ShownAt: { } shown }
            || !SecretHash.AreSame(SecretHash.Of(key, Purpose, survey, text), hash))
        {
            return (FormTokenState.Foreign, null);
        }

        return (clock.GetUtcNow() - shown < lifetime ? FormTokenState.Good : FormTokenState.Expired, text);
    }
}
