using System.Net;
using System.Security.Cryptography.X509Certificates;
using MailKit.Security;
using MimeKit;

namespace Ita.App.Delivery;

/// <summary>The mail server.</summary>
/// <param name="User">Null for a server that asks for no name and password.</param>
/// <param name="Authority">The only authority whose certificates are accepted; null for those of the machine.</param>
public sealed record SmtpSettings(
    string Host,
    int Port,
    SecureSocketOptions Security,
    NetworkCredential? User,
    MailboxAddress From,
    MailboxAddress? ReplyTo,
    X509Certificate2? Authority,
    TimeSpan Limit)
{
    private const string HostName = "ITA_SMTP_HOST";
    private const string PortName = "ITA_SMTP_PORT";
    private const string UserName = "ITA_SMTP_USER";
    private const string PasswordName = "ITA_SMTP_PASSWORD";
    private const string SecurityName = "ITA_SMTP_SECURITY";
    private const string FromName = "ITA_SMTP_FROM";
    private const string ReplyToName = "ITA_SMTP_REPLY_TO";
    private const string AuthorityName = "ITA_SMTP_CA";
    private const string LimitName = "ITA_SMTP_TIMEOUT";

    // The name of the record contains a password.
    public override string ToString() => $"{Host}:{Port}";

    /// <summary>Null when there is no mail server, or when its settings have faults.</summary>
    internal static SmtpSettings? Read(SettingReading reading)
    {
        if (reading.Text(HostName) is not { } host)
        {
            reading.Alone(HostName, PortName, UserName, PasswordName, SecurityName, FromName, ReplyToName, AuthorityName, LimitName);
            return null;
        }

        var security = SecurityOf(reading);
        var (from, replyTo) = (Mailbox(reading, FromName, isRequired: true), Mailbox(reading, ReplyToName, isRequired: false));
        var user = UserOf(reading, host, security);
        var (port, authority) = (PortOf(reading, security), AuthorityOf(reading));
        var limit = reading.Limit(LimitName, TimeSpan.FromSeconds(15));
        return from is null ? null : new(host, port, security, user, from, replyTo, authority, limit);
    }

    private static SecureSocketOptions SecurityOf(SettingReading reading)
    {
        switch (reading.Text(SecurityName)?.ToLowerInvariant())
        {
            case null or "starttls":
                // Fails when the server offers no STARTTLS; there is no way back to plain text.
                return SecureSocketOptions.StartTls;
            case "tls":
                return SecureSocketOptions.SslOnConnect;
            case "none":
                return SecureSocketOptions.None;
            default:
                reading.Fault($"{SecurityName} must be starttls, tls or none.");
                return SecureSocketOptions.StartTls;
        }
    }

    private static int PortOf(SettingReading reading, SecureSocketOptions security)
    {
        if (reading.Text(PortName) is not { } text)
        {
            return security switch { SecureSocketOptions.SslOnConnect => 465, SecureSocketOptions.None => 25, _ => 587 };
        }

        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0)
        {
            return port;
        }

        reading.Fault($"{PortName} must be a port, 1 to 65535.");
        return 0;
    }

    private static NetworkCredential? UserOf(SettingReading reading, string host, SecureSocketOptions security)
    {
        var (user, password) = (reading.Text(UserName), reading.Secret(PasswordName));
        if (user is null != password is null)
        {
            reading.Fault($"{UserName} and {PasswordName} must be set together.");
        }

        if (user is not null && security == SecureSocketOptions.None && !LoopbackName.Is(host))
        {
            reading.Fault(
                $"{SecurityName} is none: {UserName} and {PasswordName} would be sent unencrypted to another machine. Use starttls or tls.");
        }

        return user is null || password is null ? null : new(user, password);
    }

    private static MailboxAddress? Mailbox(SettingReading reading, string name, bool isRequired)
    {
        var text = reading.Text(name);
        if (text is null && !isRequired)
        {
            return null;
        }

        if (text is not null && MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal))
        {
            return mailbox;
        }

        reading.Fault($"{name} must be an e-mail address, with or without a name: Agency <survey@agency.go.th>.");
        return null;
    }

    private static X509Certificate2? AuthorityOf(SettingReading reading)
    {
        if (reading.Text(AuthorityName) is not { } file)
        {
            return null;
        }

        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            reading.Fault($"{AuthorityName} must name a file with one certificate (PEM or DER).");
            return null;
        }
    }
}

/// <summary>Names of this machine.</summary>
internal static class LoopbackName
{
    public static bool Is(string host) =>
        host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
