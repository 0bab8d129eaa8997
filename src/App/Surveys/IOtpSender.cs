namespace Ita.App.Surveys;

/// <summary>The message to a person who requested a one-time password.</summary>
/// <param name="Password">Six digits.</param>
/// <param name="HasAnswered">True when a sheet of the subject is stored. Only the message states it. The password then
/// proves it once more and sends no sheet.</param>
public sealed record OtpMessage(OtpSubject To, string AgencyName, string Password, DateTimeOffset ExpiresAt, bool HasAnswered);

/// <summary>Sends a one-time password to a phone or e-mail.</summary>
public interface IOtpSender
{
    /// <summary>Returns the password if the caller may see it; null except on a developer's machine.</summary>
    Task<string?> SendAsync(OtpMessage message, CancellationToken cancellationToken);
}

/// <summary>Puts the message on the queue otp-outbox for the gateway that sends it. It is the only message that
/// carries data instead of a reference, because the address is not stored anywhere. It expires with the
/// password.</summary>
public sealed class OutboxOtpSender(OpenStorage storage) : IOtpSender
{
    public async Task<string?> SendAsync(OtpMessage message, CancellationToken cancellationToken)
    {
        var text = JsonSerializer.Serialize(
            new
            {
                channel = message.To.Channel.ToString().ToLowerInvariant(),
                to = message.To.Text,
                agency = message.AgencyName,
                password = message.Password,
                answered = message.HasAnswered,
                expiresAt = message.ExpiresAt,
            },
            JsonSerializerOptions.Web);
        await storage.Connection.Queues.GetQueueClient(StorageNames.Queues.OtpOutbox)
            .SendMessageAsync(text, timeToLive: OneTimePassword.Lifetime, cancellationToken: cancellationToken);
        return null;
    }
}

/// <summary>Returns the password to the caller: setting <c>ITA_OTP_SHOW</c> = true, for a developer's machine and
/// tests only.</summary>
public sealed class ShowingOtpSender : IOtpSender
{
    public const string Setting = "ITA_OTP_SHOW";

    public Task<string?> SendAsync(OtpMessage message, CancellationToken cancellationToken) => Task.FromResult<string?>(message.Password);
}
