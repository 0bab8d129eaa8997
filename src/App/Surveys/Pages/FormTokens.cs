using System.Globalization;

namespace Ita.App.Surveys.Pages;

/// <summary>Whether a form that comes back is one of ours, and still good.</summary>
public enum FormTokenState
{
    Good,

    /// <summary>Shown too long ago.</summary>
    Expired,

    /// <summary>Not made here for this survey, or changed since.</summary>
    Foreign,
}

/// <summary>
/// The hidden field that marks a form as shown by us: a <see cref="Nonce"/>, which holds the second it was made, and a keyed hash over it
/// under the survey's own key. Another site cannot make one, and the same form sent twice is one sheet.
/// </summary>
/// <remarks>Nothing is stored. When the survey closes its key goes, and with it every token.</remarks>
internal sealed class FormTokens(IConfiguration configuration, TimeProvider clock)
{
    /// <summary>How long a form may be filled in, as hours:minutes:seconds.</summary>
    public const string Setting = "ITA_FORM_LIFETIME";

    private const char Between = '.';
    private const string Purpose = "form";

    // Longer than any break, shorter than a shared device keeps a page open over night.
    private static readonly TimeSpan Usual = TimeSpan.FromHours(2);

    private readonly TimeSpan lifetime = configuration[Setting] is { Length: > 0 } set ? TimeSpan.Parse(set, CultureInfo.InvariantCulture) : Usual;

    /// <param name="key">Of the survey, see <see cref="SurveySecrets.Respondents"/>.</param>
    /// <param name="survey">IIT, EIT1.</param>
    public string New(byte[] key, string survey)
    {
        var nonce = Nonce.New(clock);
        return $"{nonce}{Between}{SecretHash.Of(key, Purpose, survey, nonce)}";
    }

    /// <summary>The token's nonce where it is one of ours, even an old one.</summary>
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
