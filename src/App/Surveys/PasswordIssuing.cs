using Ita.App.Agencies;
using Ita.App.Delivery;

namespace Ita.App.Surveys;

/// <summary>A request for a one-time password.</summary>
/// <param name="Subject">The telephone number or e-mail address, as typed.</param>
public sealed record OtpRequest(FiscalYear Year, string Agency, QuestionList Form, string? Subject, string ClientAddress);

/// <summary>A one-time password that was sent.</summary>
/// <param name="Shown">The password where <c>ITA_OTP_SHOW</c> is set and a message was sent; null otherwise.</param>
public sealed record SentOtp(Channel Channel, DateTimeOffset ExpiresAt, string? Shown);

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

        if (RefusalOf(subject.Channel, sender.Ways) is { } unsent)
        {
            return Refusal.Conflict(unsent);
        }

        if (await secrets.FindAsync(request.Year, request.Agency, cancellationToken) is not { Respondents: { } key })
        {
            return Refusal.Conflict(new Problem("survey-closed", Severity.Error));
        }

        return await IssueAsync(request, subject, key, cancellationToken);
    }

    // The same for every subject of a channel.
    private static Problem? RefusalOf(Channel channel, ImmutableArray<DeliveryWay> ways) => ways.Any(way => way.Channel == channel)
        ? null
        : new Problem(ways.IsEmpty ? "otp-not-sent" : channel == Channel.Phone ? "otp-by-email-only" : "otp-by-phone-only", Severity.Error);

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
        var now = clock.GetUtcNow();
        if (await WriteAsync(asked, isSent ? key : null, now, cancellationToken) is not { } written)
        {
            return Refusal.Raced;
        }

        var expires = now + OneTimePassword.Lifetime;
        if (!isSent)
        {
            return new SentOtp(subject.Channel, expires, null);
        }

        var message = new OtpMessage(
            request.Year,
            request.Agency,
            await NameAsync(request, cancellationToken),
            subject,
            PersonalHash.Digits(key, hash, written.Seed!),
            expires,
            written.Password.IsUsed);
        return new SentOtp(subject.Channel, expires, await sender.SendAsync(message, cancellationToken));
    }

    // Without a key the row is written as it is.
    private async Task<StoredPassword?> WriteAsync(AskedOtp asked, byte[]? key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (year, agency, survey) = (asked.Request.Year, asked.Request.Agency, asked.Request.Form.Code);
        for (var round = 0; round < Rounds; round++)
        {
            var known = await passwords.FindAsync(year, agency, survey, asked.SubjectHash, cancellationToken) ?? StoredPassword.None;
            var made = key is null ? known : Renewed(known, asked, key, now);
            if (await passwords.WriteAsync(year, agency, survey, asked.SubjectHash, made, cancellationToken))
            {
                return made;
            }
        }

        return null;
    }

    // Within a minute the digits stay the same: the first message may be late, and the person has both. The response does not tell, because
    // they are valid for as long as new ones.
    private static StoredPassword Renewed(StoredPassword known, AskedOtp asked, byte[] key, DateTimeOffset now)
    {
        var seed = known.Seed is { } before && before.IsUsable(now) ? before : PasswordSeed.New(now);
        var secret = PersonalHash.ForPassword(key, asked.SubjectHash, PersonalHash.Digits(key, asked.SubjectHash, seed));
        return known with { Password = known.Password with { Secret = secret, SentAt = now, AskedFrom = asked.SenderHash }, Seed = seed };
    }

    private async Task<string> NameAsync(OtpRequest request, CancellationToken cancellationToken) =>
        (await agencies.FindAsync(request.Year, request.Agency, cancellationToken))?.Title ?? request.Agency;
}
