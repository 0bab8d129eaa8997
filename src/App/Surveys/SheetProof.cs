namespace Ita.App.Surveys;

/// <summary>Checks the credential of a sheet: the agency's code, a one-time password, or an assessor's key.</summary>
public sealed class SheetProof(LimitTable limits, PasswordProof passwords)
{
    // A code of 55 bits cannot be guessed; the limits reduce the load of attempts. A right code is checked first and never limited: a whole
    // office can share one address, and wrong codes of others do not matter to it.
    private static readonly RateLimit WrongOfAddress = new(10, TimeSpan.FromMinutes(15));
    private static readonly RateLimit WrongOfAgency = new(1000, TimeSpan.FromMinutes(15));

    /// <summary>Null when the sheet may be stored.</summary>
    public async Task<Refusal?> RefusalAsync(SurveyPost post, SurveyRecord survey, SheetKeys keys, CancellationToken cancellationToken) =>
        (SurveyForms.AccessTo(post.Form), post.Credential) switch
        {
            (SheetAccess.Code, Credential.Code code) => await CheckCodeAsync(post, survey, keys, code.Text, cancellationToken),
            (SheetAccess.Password, Credential.Password password) => await passwords.RefusalAsync(post, keys, password, cancellationToken),
            (SheetAccess.Password, Credential.Pass pass) => await passwords.RefusalAsync(post, keys, pass, cancellationToken),
            (SheetAccess.AssessorKey, Credential.Key { Holder.Scope: not KeyScope.Agency }) => null,
            (SheetAccess.Code, _) => Refusal.Forbidden("code-wrong"),
            (SheetAccess.Password, _) => Refusal.Invalid("subject-invalid"),
            _ => Refusal.Forbidden("key-too-weak"),
        };

    /// <summary>Null when the form may be filled in. Nothing is used up; wrong codes and digits count as for a sheet.</summary>
    public async Task<Refusal?> ProveAsync(SurveyPost post, SurveyRecord survey, SheetKeys keys, CancellationToken cancellationToken) =>
        post.Credential is Credential.Password password && SurveyForms.AccessTo(post.Form) == SheetAccess.Password
            ? await passwords.ProveAsync(post, keys, password, cancellationToken)
            : await RefusalAsync(post, survey, keys, cancellationToken);

    /// <summary>Called when the sheet is stored: only the fact that the password was used is kept.</summary>
    public Task FinishAsync(SurveyPost post, SheetKeys keys, CancellationToken cancellationToken) => post.Credential switch
    {
        Credential.Password password => passwords.FinishAsync(post, keys, password, cancellationToken),
        Credential.Pass pass => passwords.FinishAsync(post, keys, pass, cancellationToken),
        _ => Task.CompletedTask,
    };

    // A wrong code is counted before it is answered, so that of any number of concurrent ones exactly those within the limit get this refusal.
    private async Task<Refusal?> CheckCodeAsync(
        SurveyPost post, SurveyRecord survey, SheetKeys keys, string code, CancellationToken cancellationToken)
    {
        if (SecretHash.AreSame(survey.CodeHash, AccessCode.Hash(keys.Secrets, code)))
        {
            return null;
        }

        Limited[] counted =
        [
            new(post.Year, post.Agency, $"wrong-code {PersonalHash.ForAddress(keys.Secrets.Respondents!, post.ClientAddress)}", WrongOfAddress),
            new(post.Year, post.Agency, "wrong-code", WrongOfAgency),
        ];
        foreach (var one in counted)
        {
            if (await limits.TakeAsync(one, cancellationToken) is { } problem)
            {
                return Refusal.TooMany(problem);
            }
        }

        return Refusal.Forbidden("code-wrong");
    }
}
