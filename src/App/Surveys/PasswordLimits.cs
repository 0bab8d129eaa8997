namespace Ita.App.Surveys;

/// <summary>A request for a one-time password with its hashes.</summary>
/// <param name="SenderHash">See <see cref="PersonalHash.ForSender"/>.</param>
internal sealed record AskedOtp(OtpRequest Request, OtpSubject Subject, string SubjectHash, string SenderHash);

/// <summary>How many one-time passwords are sent. The numbers are explained in docs/decisions/0034.</summary>
public sealed class PasswordLimits(LimitTable survey, SharedLimitTable shared)
{
    /// <summary>Requests of one address for one subject in one survey.</summary>
    public static RateLimit OfSender { get; } = new(3, TimeSpan.FromMinutes(15));

    /// <summary>Requests of one address over all surveys: a village or an office that shares one address.</summary>
    public static RateLimit OfAddressInAnHour { get; } = new(300, TimeSpan.FromHours(1));

    public static RateLimit OfAddressInADay { get; } = new(1_500, TimeSpan.FromDays(1));

    /// <summary>Messages to one phone or mailbox from all surveys.</summary>
    public static RateLimit OfSubjectInAnHour { get; } = new(6, TimeSpan.FromHours(1));

    public static RateLimit OfSubjectInADay { get; } = new(12, TimeSpan.FromDays(1));

    /// <summary>Requests of one survey.</summary>
    public static RateLimit OfAgency { get; } = new(1_000, TimeSpan.FromMinutes(15));

    /// <summary>Counts a request against the limits of its sender and survey.</summary>
    /// <returns>Why it is refused. It depends on what this address did before and not on what others did for the same subject.</returns>
    internal async Task<Problem?> RefuseAsync(AskedOtp asked, CancellationToken cancellationToken)
    {
        var (year, agency, address) = (asked.Request.Year, asked.Request.Agency, ClientAddress.Network(asked.Request.ClientAddress));

        // The address comes first, so that it cannot make more rows than it has requests.
        return await shared.TakeAsync(new("otp-hour", address, OfAddressInAnHour), cancellationToken)
            ?? await shared.TakeAsync(new("otp-day", address, OfAddressInADay), cancellationToken)
            ?? await survey.TakeAsync(new(year, agency, $"otp-sender {asked.SenderHash}", OfSender), cancellationToken)
            ?? await shared.TakeAsync(new("otp-pair", $"{asked.Subject.Text} {address}", OfSubjectInAnHour), cancellationToken)
            ?? await survey.TakeAsync(new(year, agency, "otp", OfAgency), cancellationToken);
    }

    /// <summary>Counts a message to the subject over all surveys. The response is the same when none is sent, because a difference would show that
    /// other messages were sent.</summary>
    internal async Task<bool> MaySendAsync(OtpSubject subject, CancellationToken cancellationToken) =>
        (await shared.TakeAsync(new("otp-to-hour", subject.Text, OfSubjectInAnHour), cancellationToken)
            ?? await shared.TakeAsync(new("otp-to-day", subject.Text, OfSubjectInADay), cancellationToken)) is null;
}
