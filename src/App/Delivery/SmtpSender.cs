using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace Ita.App.Delivery;

/// <summary>Sends e-mail by SMTP, one connection for each letter.</summary>
public sealed class SmtpSender(IOptions<DeliveryOptions> options) : ILetterSender
{
    private const int Permanent = 500;

    public Channel Channel => Channel.Email;

    public async Task<Attempt> SendAsync(Letter letter, string id, CancellationToken cancellationToken)
    {
        if (options.Value.Smtp is not { } server)
        {
            return Attempt.Never(Cause.Unconfigured);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(server.Limit);
        var isOpen = false;
        try
        {
            using var client = new SmtpClient();
            Trust(client, server);
            await client.ConnectAsync(server.Host, server.Port, server.Security, limit.Token);
            if (server.User is { } user)
            {
                await client.AuthenticateAsync(user, limit.Token);
            }

            isOpen = true;
            await client.SendAsync(Message(letter, id, server), limit.Token);
            await EndAsync(client, limit.Token);
            return Attempt.Sent;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            // The exception is not kept: texts of MailKit and of servers contain the receiver.
            return AttemptOf(fault, isOpen);
        }
    }

    private static Attempt AttemptOf(Exception fault, bool isOpen) => fault switch
    {
        OperationCanceledException or TimeoutException => Attempt.Later(Cause.Timeout),
        SslHandshakeException => Attempt.Later(Cause.Tls),

        // Thrown by Connect when STARTTLS is not offered, and by Send when the server cannot take such an address.
        NotSupportedException => isOpen ? Attempt.Never(Cause.Refused) : Attempt.Later(Cause.Tls),
        AuthenticationException => Attempt.Never(Cause.Auth),
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refusal => Refused(refusal, Cause.Sender),
        SmtpCommandException refusal => Refused(refusal, isOpen ? Cause.Refused : Cause.Auth),
        ProtocolException or ServiceNotConnectedException or IOException or SocketException => Attempt.Later(Cause.Unreachable),
        ServiceNotAuthenticatedException => Attempt.Never(Cause.Auth),
        ParseException => Attempt.Never(Cause.Refused),
        _ => Attempt.Later(Cause.Fault),
    };

    private static Attempt Refused(SmtpCommandException refusal, Cause cause) =>
        (int)refusal.StatusCode >= Permanent ? Attempt.Never(cause) : Attempt.Later(Cause.Busy);

    // The letter is accepted; a connection that ends badly changes nothing.
    private static async Task EndAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or ProtocolException or SmtpCommandException)
        {
        }
    }

    private static MimeMessage Message(Letter letter, string id, SmtpSettings server)
    {
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            MessageId = $"{id}@{server.From.Domain}",
            Body = new TextPart(TextFormat.Plain) { Text = letter.Text },
        };
        message.From.Add(server.From);
        message.To.Add(new MailboxAddress("", letter.To));
        if (server.ReplyTo is { } replyTo)
        {
            message.ReplyTo.Add(replyTo);
        }

        // No automatic reply is sent back (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    // An authority of the organisation publishes no list of revoked certificates that could be read here.
    private static void Trust(SmtpClient client, SmtpSettings server)
    {
        if (server.Authority is not { } authority)
        {
            return;
        }

        client.CheckCertificateRevocation = false;
        client.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
            (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None
                && certificate is X509Certificate2 shown && IsSignedBy(authority, shown);
    }

    private static bool IsSignedBy(X509Certificate2 authority, X509Certificate2 shown)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(shown);
    }
}
