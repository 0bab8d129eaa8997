namespace Ita.LocalHost.Mail;

/// <summary>The settings by which the app sends its messages to the mail catcher.</summary>
internal static class MailSettings
{
    private const string MailHost = "ITA_SMTP_HOST";
    private const string TextAddress = "ITA_SMS_URL";

    /// <summary>Empty for a way that the environment configures, whose settings the app inherits.</summary>
    public static IEnumerable<KeyValuePair<string, string>> For(MailCatcher? mail) => mail is null ? [] :
    [
        .. IsSet(MailHost) ? Array.Empty<KeyValuePair<string, string>>() :
        [
            new(MailHost, "127.0.0.1"),
            new("ITA_SMTP_PORT", mail.SmtpPort.ToString(CultureInfo.InvariantCulture)),
            new("ITA_SMTP_SECURITY", "none"),
            new("ITA_SMTP_FROM", "ita@localhost"),
        ],
        .. IsSet(TextAddress) ? Array.Empty<KeyValuePair<string, string>>() :
        [
            new(TextAddress, new Uri(mail.Page, MailCatcher.TextPath).AbsoluteUri),
            new("ITA_SMS_SECRET", MailCatcher.TextSecret),
            new("ITA_SMS_FROM", "ITA"),
        ],
    ];

    private static bool IsSet(string name) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name));
}
