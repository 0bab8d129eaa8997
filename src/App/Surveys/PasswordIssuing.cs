using Ita.App.Agencies;

namespace Ita.App.Surveys;

/// <summary>A request for a one-time password.</summary>
/// <param name="Subject">The telephone number or e-mail address, as typed.</param>
public sealed record OtpRequest(FiscalYear Year, string Agency, QuestionList Form, string? Subject, string ClientAddress);

/// <summary>A one-time password that was sent.</summary>
/// <param name="Shown">The password where <c>ITA_OTP_SHOW</c> is set; null elsewhere.</param>
public sealed record SentOtp(OtpChannel Channel, DateTimeOffset ExpiresAt, string? Shown);

/// <summary>Creates one-time passwords and passes them to the sender. Password and subject are stored as keyed hashes
/// only.</summary>
public sealed class PasswordIssuing(
    SurveyRegistry registry, AgencyTable agencies, SecretTable secrets,
    PasswordTable passwords, LimitTable limits, IOtpSender sender, TimeProvider clock)
{
    private const int Rounds = 5;

    private static readonly RateLimit OfAddress = new(20, TimeSpan.FromMinutes(15));
    private static readonly RateLimit OfAgency = new(1000, TimeSpan.FromMinutes(15));

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
        if (await TooManyAsync(request, hash, key, cancellationToken) is { } problem)
        {
            return Refusal.TooMany(problem);
        }

        var now = clock.GetUtcNow();
        for (var round = 0; round < Rounds; round++)
        {
            var known = await passwords.FindAsync(request.Year, request.Agency, request.Form.Code, hash, cancellationToken);
            var digits = OneTimePassword.FormatDigits(RandomNumberGenerator.GetInt32(OneTimePassword.Count));
            var made = new StoredPassword(new(PersonalHash.ForPassword(key, hash, digits), now), "", known?.ETag);
            var isUsed = known is { Password.IsUsed: true };
            if (isUsed || await passwords.WriteAsync(request.Year, request.Agency, request.Form.Code, hash, made, cancellationToken))
            {
                // The response does not depend on whether the subject has answered; only the subject may learn that.
                var message =
                    new OtpMessage(subject, await NameAsync(request, cancellationToken), isUsed ? null : digits, now + OneTimePassword.Lifetime);
                return new SentOtp(subject.Channel, message.ExpiresAt, await sender.SendAsync(message, cancellationToken));
            }
        }

        return Refusal.Raced;
    }

    private async Task<string> NameAsync(OtpRequest request, CancellationToken cancellationToken) =>
        (await agencies.FindAsync(request.Year, request.Agency, cancellationToken))?.Title ?? request.Agency;

    private async Task<Problem?> TooManyAsync(OtpRequest request, string subjectHash, byte[] key, CancellationToken cancellationToken)
    {
        Limited[] counted =
        [
            new(request.Year, request.Agency, $"otp {PersonalHash.ForAddress(key, request.ClientAddress)}", OfAddress),
            new(request.Year, request.Agency, $"otp-subject {subjectHash}", OneTimePassword.SendLimit),
            new(request.Year, request.Agency, "otp", OfAgency),
        ];
        foreach (var one in counted)
        {
            if (await limits.TakeAsync(one, cancellationToken) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }
}
