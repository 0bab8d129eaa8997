using Ita.App.Delivery;
using Ita.Reports.Text;

namespace Ita.App.Surveys;

/// <summary>The texts of messages with one-time passwords. They contain nothing to click, so that people learn to trust no message that
/// does.</summary>
internal static class OtpText
{
    /// <summary>The subject of an e-mail; the asking page names it.</summary>
    public const string MailSubject = "รหัสผ่านครั้งเดียวสำหรับแบบวัด EIT";

    /// <summary>The subject and the text; a text message has no subject.</summary>
    public static (string Subject, string Text) Of(OtpMessage message) => message.To.Channel == Channel.Phone
        ? ("", message.HasAnswered ? AnsweredSms(message) : Sms(message))
        : (MailSubject, message.HasAnswered ? AnsweredMail(message) : Mail(message));

    // Short: a text message in Thai has 70 letters, and longer ones are sent and paid as several.
    private static string Sms(OtpMessage message) =>
        $"{message.AgencyName}: รหัสผ่าน {message.Password} ใช้ครั้งเดียวถึง {Time(message)} น. ไม่มีใครโทรถามรหัสนี้ "
        + $"OTP {message.Password} until {Time(message)}. Nobody will ask for it.";

    private static string AnsweredSms(OtpMessage message) =>
        $"{message.AgencyName}: หมายเลขนี้ตอบแบบวัดแล้ว ไม่ต้องตอบอีก รหัสผ่าน {message.Password} ใช้ส่งคำตอบไม่ได้ ไม่มีใครโทรถามรหัสนี้ "
        + "You have answered already.";

    private static string Mail(OtpMessage message) => $"""
        {message.AgencyName} ส่งรหัสผ่านครั้งเดียวตามที่มีผู้ขอด้วยอีเมลนี้ เพื่อตอบแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)

        รหัสผ่าน  {message.Password}
        ใช้ได้ถึง  {ThaiDate.WithTime(message.ExpiresAt)} (เวลาประเทศไทย)

        โปรดพิมพ์รหัสในหน้าที่ท่านเปิดไว้ ระบบถามรหัสนี้ครั้งเดียวในหน้านั้น ไม่มีใครโทรศัพท์ถามรหัส โปรดอย่าบอกผู้ใด
        อีเมลนี้ไม่มีลิงก์หรือไฟล์ให้กด หากท่านไม่ได้ขอรหัส ไม่ต้องทำอะไร

        English: {message.AgencyName} sends you the one-time password {message.Password}, valid until
        {Time(message)} (Thailand). Type it into the page that you opened. It is asked once; nobody
        will ask for it by phone, and there is nothing to click.

        """;

    private static string AnsweredMail(OtpMessage message) => $"""
        {message.AgencyName} ได้รับคำตอบแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT) จากอีเมลนี้แล้ว ท่านไม่ต้องตอบอีก

        มีผู้ขอรหัสผ่านด้วยอีเมลนี้อีกครั้ง รหัสผ่าน {message.Password} ใช้ส่งคำตอบไม่ได้ เพราะแต่ละคนตอบได้หนึ่งชุด
        ไม่มีใครโทรศัพท์ถามรหัส โปรดอย่าบอกผู้ใด อีเมลนี้ไม่มีลิงก์หรือไฟล์ให้กด หากท่านไม่ได้ขอรหัส ไม่ต้องทำอะไร

        English: {message.AgencyName} has your answers already. The password {message.Password} sends no further answers.
        Nobody will ask for it by phone, and there is nothing to click.

        """;

    private static string Time(OtpMessage message) => ThaiClock.TimeOf(message.ExpiresAt).ToString("HH.mm", CultureInfo.InvariantCulture);
}
