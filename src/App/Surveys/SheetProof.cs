using Ita.App.Access;
using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Responses;

namespace Ita.App.Surveys;

/// <summary>Whether somebody may send a sheet: by the agency's code, by a one-time password, or as an assessor.</summary>
public sealed class SheetProof(LimitTable limits, PasswordTable passwords, TimeProvider clock)
{
    private const int Rounds = 20;

    // 55 bits are not guessed; the limits keep the noise of trying away. Right codes are never counted: a whole office may share one address.
    private static readonly RateLimit WrongOfAddress = new(10, TimeSpan.FromMinutes(15));
    private static readonly RateLimit WrongOfAgency = new(1000, TimeSpan.FromMinutes(15));

    /// <summary>Null when the sheet may be stored.</summary>
    public async Task<Refusal?> RefusalAsync(SurveyPost post, SurveyRecord survey, SheetKeys keys, CancellationToken stop) =>
        (SurveyForms.AccessTo(post.Form), post.Credential) switch
        {
            (SheetAccess.Code, Credential.Code code) => await OfCodeAsync(post, survey, keys, code.Text, stop),
            (SheetAccess.Password, Credential.Password password) => await OfPasswordAsync(post, keys, password, stop),
            (SheetAccess.AssessorKey, Credential.Key { Holder.Scope: not KeyScope.Agency }) => null,
            (SheetAccess.Code, _) => Refusal.Of(StatusCodes.Status403Forbidden, "code-wrong"),
            (SheetAccess.Password, _) => Refusal.Of(StatusCodes.Status403Forbidden, "otp-none"),
            _ => Refusal.Of(StatusCodes.Status403Forbidden, "key-too-weak"),
        };

    /// <summary>The sheet is stored: a password forgets everything but that it was used.</summary>
    public async Task FinishAsync(SurveyPost post, SheetKeys keys, CancellationToken stop)
    {
        if (post.Credential is Credential.Password password && OtpSubject.Read(password.Subject) is { } subject)
        {
            await passwords.FinishAsync(post.Year, post.Agency, post.Form.Code, PersonalHash.OfSubject(keys.Secrets.Respondents!, subject), stop);
        }
    }

    private async Task<Refusal?> OfCodeAsync(SurveyPost post, SurveyRecord survey, SheetKeys keys, string code, CancellationToken stop)
    {
        Limited[] counted =
        [
            new(post.Year, post.Agency, $"wrong-code {PersonalHash.OfAddress(keys.Secrets.Respondents!, post.ClientAddress)}", WrongOfAddress),
            new(post.Year, post.Agency, "wrong-code", WrongOfAgency),
        ];
        var full = await Task.WhenAll(counted.Select(one => limits.RefusalAsync(one, stop)));
        if (full.FirstOrDefault(problem => problem is not null) is { } problem)
        {
            return Refusal.TooMany(problem);
        }

        if (SecretHash.AreSame(survey.CodeHash, AccessCode.Hash(keys.Secrets, code)))
        {
            return null;
        }

        await Task.WhenAll(counted.Select(one => limits.TakeAsync(one, stop)));
        return Refusal.Of(StatusCodes.Status403Forbidden, "code-wrong");
    }

    // The outcome of a try is written before anything else is done: of two at once one meets the other's writing, and looks again.
    private async Task<Refusal?> OfPasswordAsync(SurveyPost post, SheetKeys keys, Credential.Password sent, CancellationToken stop)
    {
        if (OtpSubject.Read(sent.Subject) is not { } subject)
        {
            return Refusal.Of(StatusCodes.Status400BadRequest, "subject-invalid");
        }

        var hash = PersonalHash.OfSubject(keys.Secrets.Respondents!, subject);
        for (var round = 0; round < Rounds; round++)
        {
            if (await passwords.FindAsync(post.Year, post.Agency, post.Form.Code, hash, stop) is not { } stored)
            {
                return Refusal.Of(StatusCodes.Status403Forbidden, "otp-none");
            }

            if (SecretHash.AreSame(stored.Claim, keys.Claim))
            {
                return null;
            }

            var taken = stored.Password.Try(IsRight(keys, hash, sent.Text, stored.Password), clock.GetUtcNow());
            var after = new StoredPassword(taken.After, taken.Problem is null ? keys.Claim : stored.Claim, stored.ETag);
            if (after == stored || await passwords.WriteAsync(post.Year, post.Agency, post.Form.Code, hash, after, stop))
            {
                return taken.Problem is { } problem ? Refusal.Of(StatusCodes.Status403Forbidden, problem) : null;
            }
        }

        return Refusal.Raced;
    }

    private static bool IsRight(SheetKeys keys, string subjectHash, string typed, OneTimePassword password) =>
        OneTimePassword.Read(typed) is { } digits && SecretHash.AreSame(password.Secret, PersonalHash.OfPassword(keys.Secrets.Respondents!, subjectHash, digits));
}
