namespace Ita.App.Surveys;

/// <summary>A sheet as it was sent.</summary>
/// <param name="Answers">Question to option, without the credential.</param>
/// <param name="Nonce">See <see cref="Surveys.Nonce"/>.</param>
/// <param name="ClientAddress">See <see cref="Surveys.ClientAddress"/>; hashed for the limits on wrong codes, never stored.</param>
public sealed record SurveyPost(
    FiscalYear Year,
    string Agency,
    QuestionList Form,
    Credential Credential,
    IReadOnlyDictionary<string, string> Answers,
    string? Nonce,
    string ClientAddress);

/// <summary>The credential that allows to send a sheet.</summary>
public abstract record Credential
{
    private Credential()
    {
    }

    public sealed record Code(string Text) : Credential;

    /// <param name="Subject">Phone or e-mail, as typed.</param>
    /// <param name="Text">The six digits, as typed.</param>
    public sealed record Password(string Subject, string Text) : Credential;

    /// <param name="Text">See <see cref="SurveyPass"/>.</param>
    public sealed record Pass(string Text) : Credential;

    public sealed record Key(KeyHolder Holder) : Credential;
}

/// <summary>A sheet that is stored.</summary>
/// <param name="Survey">IIT, EIT1, EIT2.</param>
/// <param name="Day">The day in Thailand on which it was received.</param>
/// <param name="Answered">The number of answered questions.</param>
public sealed record AcceptedSheet(int FiscalYear, string AgencyCode, string Survey, string Day, int Answered);

/// <param name="IsRepeated">True when the same sheet was stored before; nothing is stored a second time.</param>
public sealed record StoredPost(AcceptedSheet Sheet, bool IsRepeated);
