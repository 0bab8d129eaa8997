using Ita.App.Access;
using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Responses;

namespace Ita.App.Surveys;

/// <summary>One sheet as it was sent.</summary>
/// <param name="Answers">Question to option; what proves the sender's right is not among them.</param>
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

/// <summary>What somebody shows to be allowed to send a sheet.</summary>
public abstract record Credential
{
    private Credential()
    {
    }

    public sealed record Code(string Text) : Credential;

    /// <param name="Subject">Phone or e-mail, as typed.</param>
    /// <param name="Text">The six digits, as typed.</param>
    public sealed record Password(string Subject, string Text) : Credential;

    public sealed record Key(KeyHolder Holder) : Credential;
}

/// <summary>A sheet that is stored.</summary>
/// <param name="Survey">IIT, EIT1, EIT2.</param>
/// <param name="Day">The day it came, in Thailand.</param>
/// <param name="Answered">How many questions it answers.</param>
public sealed record AcceptedSheet(int FiscalYear, string AgencyCode, string Survey, string Day, int Answered);

public abstract record PostOutcome
{
    private PostOutcome()
    {
    }

    /// <param name="IsAgain">Whether the same sheet had come before: nothing was stored a second time.</param>
    public sealed record Accepted(AcceptedSheet Sheet, bool IsAgain) : PostOutcome;

    /// <summary>Nothing is stored.</summary>
    public sealed record Refused(Refusal Refusal) : PostOutcome;
}
