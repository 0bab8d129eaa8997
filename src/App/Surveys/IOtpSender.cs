using Ita.App.Delivery;

namespace Ita.App.Surveys;

/// <summary>The message to a person who requested a one-time password.</summary>
/// <param name="Password">Six digits.</param>
/// <param name="HasAnswered">True when a sheet of the subject is stored. Only the message states it. The password then
/// proves it once more and sends no sheet.</param>
public sealed record OtpMessage(
    FiscalYear Year, string Agency, string AgencyName, OtpSubject To, string Password, DateTimeOffset ExpiresAt, bool HasAnswered)
{
    // Overridden because a record's own ToString would print the password into logs.
    public override string ToString() => To.Channel.ToString();
}

/// <summary>Sends a one-time password to a phone or e-mail.</summary>
public interface IOtpSender
{
    /// <summary>The ways on which passwords are sent; empty when none is configured.</summary>
    ImmutableArray<DeliveryWay> Ways { get; }

    /// <summary>Returns the password if the caller may see it; null except on a developer's machine.</summary>
    Task<string?> SendAsync(OtpMessage message, CancellationToken cancellationToken);
}

/// <summary>Sends the password as a letter.</summary>
public sealed class LetterOtpSender(LetterBox letters, DeliveryWays ways) : IOtpSender
{
    public ImmutableArray<DeliveryWay> Ways => ways.Configured;

    public async Task<string?> SendAsync(OtpMessage message, CancellationToken cancellationToken)
    {
        var (subject, text) = OtpText.Of(message);
        await letters.SendAsync(
            new(message.Year.BuddhistEra, message.Agency, message.To.Channel, message.To.Text, subject, text, message.ExpiresAt), cancellationToken);
        return null;
    }
}

/// <summary>Returns the password to the caller: setting <c>ITA_OTP_SHOW</c> = true, for a developer's machine and
/// tests only. The password is sent too where a way is configured.</summary>
public sealed class ShowingOtpSender(LetterOtpSender letters, DeliveryWays ways) : IOtpSender
{
    public const string Setting = "ITA_OTP_SHOW";

    public ImmutableArray<DeliveryWay> Ways => [.. Enum.GetValues<Channel>().Select(channel => ways.Find(channel) ?? new(channel, null))];

    public async Task<string?> SendAsync(OtpMessage message, CancellationToken cancellationToken)
    {
        if (ways.Find(message.To.Channel) is not null)
        {
            await letters.SendAsync(message, cancellationToken);
        }

        return message.Password;
    }
}
