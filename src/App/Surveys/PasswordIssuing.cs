using Ita.App.Agencies;

namespace Ita.App.Surveys;

/// <summary>A request for a one-time password.</summary>
/// <param name="Subject">The telephone number or e-mail address, as typed.</param>
public sealed record OtpRequest(FiscalYear Year, string Agency, QuestionList Form, string? Subject, string ClientAddress);

/// <summary>A one-time password that was sent.</summary>
/// <param name="Shown">The password where <c>ITA_OTP_SHOW</c> is set and a message was sent; null otherwise.</param>
public sealed record SentOtp(OtpChannel Channel, DateTimeOffset ExpiresAt, string? Shown);

/// <summary>Creates one-time passwords and passes them to the sender. Password and subject are stored as keyed hashes
/// only.</summary>
public sealed class PasswordIssuing(
    SurveyRegistry registry, AgencyTable agencies, SecretTable secrets,
    PasswordTable passwords, PasswordLimits limits, IOtpSender sender, TimeProvider clock)
{
    private const int Rounds = 20;

    public async Task<Outcome<SentOtp>> IssueAsync(OtpRequest request, CancellationToken cancellationToken)
    {
        if (await registry.FindRecordAsync(request.Year, request.Agency, cancellationToken) is not { } survey
            || SurveyForms.AccessTo(request.Form) != SheetAccess.Password)
        {
            return Refusal.NotFound();
        }

        if (survey.State.RefusalOn(ThaiClock.Today(clock)) is { } closed)
        {
            return Refusal.Conflict(closed);
        }

        if (OtpSubject.Read(request.Subject) is not { } subject)
        {
            return Refusal.Invalid("subject-invalid");
        }

        if (await secrets.FindAsync(request.Year, request.Agency, cancellationToken) is not { Respondents: { } key })
        {
            return Refusal.Conflict(new Problem("survey-closed", Severity.Error));
        }

        return await IssueAsync(request, subject, key, cancellationToken);
    }

    private async Task<Outcome<SentOtp>> IssueAsync(OtpRequest request, OtpSubject subject, byte[] key, CancellationToken cancellationToken)
    {
        var hash = PersonalHash.ForSubject(key, subject);
        var asked = new AskedOtp(request, subject, hash, PersonalHash.ForSender(key, hash, request.ClientAddress));
        if (await limits.RefuseAsync(asked, cancellationToken) is { } problem)
        {
            return Refusal.TooMany(problem);
        }

        // The answer does not depend on whether the subject has answered, asked before, or gets a message.
        var isSent = await limits.MaySendAsync(subject, cancellationToken);
        var digits = OneTimePassword.FormatDigits(RandomNumberGenerator.GetInt32(OneTimePassword.Count));
        var now = clock.GetUtcNow();
        if (await WriteAsync(asked, isSent ? PersonalHash.ForPassword(key, hash, digits) : null, now, cancellationToken) is not { } written)
        {
            return Refusal.Raced;
        }

        var message = new OtpMessage(
            subject, await NameAsync(request, cancellationToken), digits, now + OneTimePassword.Lifetime, written.Password.IsUsed);
        return new SentOtp(subject.Channel, message.ExpiresAt, isSent ? await sender.SendAsync(message, cancellationToken) : null);
    }

    // Without a secret the row is written as it is.
    private async Task<StoredPassword?> WriteAsync(AskedOtp asked, string? secret, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (year, agency, survey) = (asked.Request.Year, asked.Request.Agency, asked.Request.Form.Code);
        for (var round = 0; round < Rounds; round++)
        {
            var known = await passwords.FindAsync(year, agency, survey, asked.SubjectHash, cancellationToken) ?? StoredPassword.None;
            var made = secret is null
                ? known
                : known with { Password = known.Password with { Secret = secret, SentAt = now, AskedFrom = asked.SenderHash } };
            if (await passwords.WriteAsync(year, agency, survey, asked.SubjectHash, made, cancellationToken))
            {
                return made;
            }
        }

        return null;
    }

    private async Task<string> NameAsync(OtpRequest request, CancellationToken cancellationToken) =>
        (await agencies.FindAsync(request.Year, request.Agency, cancellationToken))?.Title ?? request.Agency;
}
