using System.Text.Json;
using Ita.App.Storage;
using Ita.Domain.Responses;

namespace Ita.App.Surveys;

/// <summary>What is to be sent to whoever asked for a one-time password.</summary>
/// <param name="Password">Six digits; null where the subject has answered already, which only the subject is told.</param>
public sealed record OtpMessage(OtpSubject To, string AgencyName, string? Password, DateTimeOffset ExpiresAt);

/// <summary>Brings a one-time password to a phone or e-mail.</summary>
public interface IOtpSender
{
    /// <summary>What the caller may be shown itself: null, but on a developer's machine.</summary>
    Task<string?> SendAsync(OtpMessage message, CancellationToken cancellationToken);
}

/// <summary>
/// Puts the message on the queue otp-outbox for whatever gateway sends it. The one message that carries data and not a reference:
/// the address is stored nowhere it could refer to. It goes by itself when the password has expired.
/// </summary>
public sealed class OutboxOtpSender(OpenStorage storage) : IOtpSender
{
    public async Task<string?> SendAsync(OtpMessage message, CancellationToken cancellationToken)
    {
        var text = JsonSerializer.Serialize(
            new { channel = message.To.Channel.ToString().ToLowerInvariant(), to = message.To.Text, agency = message.AgencyName, password = message.Password, expiresAt = message.ExpiresAt },
            JsonSerializerOptions.Web);
        await storage.Connection.Queues.GetQueueClient(StorageNames.Queues.OtpOutbox)
            .SendMessageAsync(text, timeToLive: OneTimePassword.Lifetime, cancellationToken: cancellationToken);
        return null;
    }
}

/// <summary>Shows the password to whoever asked for it: setting <c>ITA_OTP_SHOW</c> = true, for a developer's machine and tests alone.</summary>
public sealed class ShowingOtpSender : IOtpSender
{
    public const string Setting = "ITA_OTP_SHOW";

    public Task<string?> SendAsync(OtpMessage message, CancellationToken cancellationToken) => Task.FromResult(message.Password);
}
