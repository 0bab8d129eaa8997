using Ita.App.Delivery;
using Ita.Domain.Texts;
using Ita.Reports.Text;

namespace Ita.App.Surveys;

/// <summary>The texts of messages with one-time passwords, Thai before English. They contain nothing to click.</summary>
internal static class OtpText
{
    /// <summary>The subject of an e-mail; the asking page names it.</summary>
    public static string MailSubject => TextCatalogue.Template("letter.otp-subject").Th;

    /// <summary>The subject and the text; a text message has no subject.</summary>
    public static (string Subject, string Text) Of(OtpMessage message)
    {
        var isSms = message.To.Channel == Channel.Phone;
        var code = $"letter.otp-{(isSms ? "sms" : "mail")}{(message.HasAnswered ? "-answered" : "")}";
        var thai = TextCatalogue.Fill(code, Places(message, ThaiDate.WithTime(message.ExpiresAt))).Th;
        var english = TextCatalogue.Fill(code, Places(message, EnglishTime.Of(message.ExpiresAt))).En;
        return isSms ? ("", $"{thai} {english}") : (MailSubject, LetterText.InBoth(thai, english));
    }

    private static Dictionary<string, string> Places(OtpMessage message, string until) => new()
    {
        ["agency"] = message.AgencyName,
        ["password"] = message.Password,
        ["time"] = ThaiClock.TimeOf(message.ExpiresAt).ToString("HH.mm", CultureInfo.InvariantCulture),
        ["until"] = until,
    };
}
