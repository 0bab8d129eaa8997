namespace Ita.App.Surveys;

/// <summary>Checks the credential of a sheet: the agency's code, a one-time password, or an assessor's key.</summary>
public sealed class SheetProof(LimitTable limits, PasswordTable passwords, TimeProvider clock)
{
    private const int Rounds = 20;

    // A code of 55 bits cannot be guessed; the limits reduce the load of attempts. Correct codes are not counted,
    // because a whole office can share one address.
    private static readonly RateLimit WrongOfAddress = new(10, TimeSpan.FromMinutes(15));
    private static readonly RateLimit WrongOfAgency = new(1000, TimeSpan.FromMinutes(15));

    /// <summary>Null when the sheet may be stored.</summary>
    public async Task<Refusal?> RefusalAsync(SurveyPost post, SurveyRecord survey, SheetKeys keys, CancellationToken cancellationToken) =>
        (SurveyForms.AccessTo(post.Form), post.Credential) switch
        {
            (SheetAccess.Code, Credential.Code code) => await CheckCodeAsync(post, survey, keys, code.Text, cancellationToken),
            (SheetAccess.Password, Credential.Password password) => await CheckPasswordAsync(post, keys, password, cancellationToken),
            (SheetAccess.AssessorKey, Credential.Key { Holder.Scope: not KeyScope.Agency }) => null,
            (SheetAccess.Code, _) => Refusal.Forbidden("code-wrong"),
            (SheetAccess.Password, _) => Refusal.Forbidden("otp-none"),
            _ => Refusal.Forbidden("key-too-weak"),
        };

    /// <summary>Called when the sheet is stored: only the fact that the password was used is kept.</summary>
    public async Task FinishAsync(SurveyPost post, SheetKeys keys, CancellationToken cancellationToken)
    {
        if (post.Credential is Credential.Password password && OtpSubject.Read(password.Subject) is { } subject)
        {
            await passwords.FinishAsync(
                post.Year, post.Agency, post.Form.Code, PersonalHash.ForSubject(keys.Secrets.Respondents!, subject), cancellationToken);
        }
    }

    private async Task<Refusal?> CheckCodeAsync(
        SurveyPost post, SurveyRecord survey, SheetKeys keys, string code, CancellationToken cancellationToken)
    {
        Limited[] counted =
        [
            new(post.Year, post.Agency, $"wrong-code {PersonalHash.ForAddress(keys.Secrets.Respondents!, post.ClientAddress)}", WrongOfAddress),
            new(post.Year, post.Agency, "wrong-code", WrongOfAgency),
        ];
        var full = await Task.WhenAll(counted.Select(one => limits.RefusalAsync(one, cancellationToken)));
        if (full.FirstOrDefault(problem => problem is not null) is { } problem)
        {
            return Refusal.TooMany(problem);
        }

        if (SecretHash.AreSame(survey.CodeHash, AccessCode.Hash(keys.Secrets, code)))
        {
            return null;
        }

        await Task.WhenAll(counted.Select(one => limits.TakeAsync(one, cancellationToken)));
        return Refusal.Forbidden("code-wrong");
    }

    // The outcome of an attempt is written first, so that of two concurrent attempts one fails to write and reads again.
    private async Task<Refusal?> CheckPasswordAsync(SurveyPost post, SheetKeys keys, Credential.Password sent, CancellationToken cancellationToken)
    {
        if (OtpSubject.Read(sent.Subject) is not { } subject)
        {
            return Refusal.Invalid("subject-invalid");
        }

        var hash = PersonalHash.ForSubject(keys.Secrets.Respondents!, subject);
        for (var round = 0; round < Rounds; round++)
        {
            if (await passwords.FindAsync(post.Year, post.Agency, post.Form.Code, hash, cancellationToken) is not { } stored)
            {
                return Refusal.Forbidden("otp-none");
            }

            if (SecretHash.AreSame(stored.Claim, keys.Claim))
            {
                return null;
            }

            var taken = stored.Password.Try(IsRight(keys, hash, sent.Text, stored.Password), clock.GetUtcNow());
            var after = new StoredPassword(taken.After, taken.Problem is null ? keys.Claim : stored.Claim, stored.ETag);
            if (after == stored || await passwords.WriteAsync(post.Year, post.Agency, post.Form.Code, hash, after, cancellationToken))
            {
                return taken.Problem is { } problem ? Refusal.Forbidden(problem) : null;
            }
        }

        return Refusal.Raced;
    }

    private static bool IsRight(SheetKeys keys, string subjectHash, string typed, OneTimePassword password) =>
        OneTimePassword.Read(typed) is { } digits
            && SecretHash.AreSame(password.Secret, PersonalHash.ForPassword(keys.Secrets.Respondents!, subjectHash, digits));
}
