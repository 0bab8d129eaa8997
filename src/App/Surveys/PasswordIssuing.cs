using System.Security.Cryptography;
using Ita.App.Agencies;
using Ita.App.Time;
using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Responses;

namespace Ita.App.Surveys;

/// <summary>Somebody asks for a one-time password.</summary>
/// <param name="Subject">Phone or e-mail, as typed.</param>
public sealed record OtpRequest(FiscalYear Year, string Agency, QuestionList Form, string? Subject, string ClientAddress);

public abstract record OtpOutcome
{
    private OtpOutcome()
    {
    }

    /// <param name="Shown">The password itself, where <c>ITA_OTP_SHOW</c> is set; else null.</param>
    public sealed record Sent(OtpChannel Channel, DateTimeOffset ExpiresAt, string? Shown) : OtpOutcome;

    public sealed record Refused(Refusal Refusal) : OtpOutcome;
}

/// <summary>Makes one-time passwords and hands them to the sender. Neither they nor the subject are stored but as keyed hashes.</summary>
public sealed class PasswordIssuing(
    SurveyRegistry registry, AgencyTable agencies, SecretTable secrets, PasswordTable passwords, LimitTable limits, IOtpSender sender, TimeProvider clock)
{
    private const int Rounds = 5;

    private static readonly RateLimit OfAddress = new(20, TimeSpan.FromMinutes(15));
    private static readonly RateLimit OfAgency = new(1000, TimeSpan.FromMinutes(15));

    public async Task<OtpOutcome> IssueAsync(OtpRequest request, CancellationToken stop)
    {
        if (await registry.RecordAsync(request.Year, request.Agency, stop) is not { } survey || SurveyForms.AccessTo(request.Form) != SheetAccess.Password)
        {
            return Refused(Refusal.Of(StatusCodes.Status404NotFound, "not-found"));
        }

        if (survey.State.RefusalOn(ThaiClock.Today(clock)) is { } closed)
        {
            return Refused(Refusal.Conflict(closed));
        }

        if (OtpSubject.Read(request.Subject) is not { } subject)
        {
            return Refused(Refusal.Of(StatusCodes.Status400BadRequest, "subject-invalid"));
        }

        if (await secrets.FindAsync(request.Year, request.Agency, stop) is not { Respondents: { } key })
        {
            return Refused(Refusal.Conflict(new("survey-closed", Severity.Error)));
        }

        return await IssueAsync(request, subject, key, stop);
    }

    private async Task<OtpOutcome> IssueAsync(OtpRequest request, OtpSubject subject, byte[] key, CancellationToken stop)
    {
        var hash = PersonalHash.OfSubject(key, subject);
        if (await TooManyAsync(request, hash, key, stop) is { } problem)
        {
            return Refused(Refusal.TooMany(problem));
        }

        var now = clock.GetUtcNow();
        for (var round = 0; round < Rounds; round++)
        {
            var known = await passwords.FindAsync(request.Year, request.Agency, request.Form.Code, hash, stop);
            var digits = OneTimePassword.DigitsOf(RandomNumberGenerator.GetInt32(OneTimePassword.Count));
            var made = new StoredPassword(new(PersonalHash.OfPassword(key, hash, digits), now), "", known?.ETag);
            var isUsed = known is { Password.IsUsed: true };
            if (isUsed || await passwords.WriteAsync(request.Year, request.Agency, request.Form.Code, hash, made, stop))
            {
                // The answer is the same whether or not the subject has answered: only the subject itself may learn that.
                var message = new OtpMessage(subject, await NameAsync(request, stop), isUsed ? null : digits, now + OneTimePassword.Lifetime);
                return new OtpOutcome.Sent(subject.Channel, message.ExpiresAt, await sender.SendAsync(message, stop));
            }
        }

        return Refused(Refusal.Raced);
    }

    private async Task<string> NameAsync(OtpRequest request, CancellationToken stop) =>
        (await agencies.FindAsync(request.Year, request.Agency, stop))?.Title ?? request.Agency;

    private async Task<Problem?> TooManyAsync(OtpRequest request, string subjectHash, byte[] key, CancellationToken stop)
    {
        Limited[] counted =
        [
            new(request.Year, request.Agency, $"otp {PersonalHash.OfAddress(key, request.ClientAddress)}", OfAddress),
            new(request.Year, request.Agency, $"otp-subject {subjectHash}", OneTimePassword.SendLimit),
            new(request.Year, request.Agency, "otp", OfAgency),
        ];
        foreach (var one in counted)
        {
            if (await limits.TakeAsync(one, stop) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static OtpOutcome.Refused Refused(Refusal refusal) => new(refusal);
}
