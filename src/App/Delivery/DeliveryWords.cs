namespace Ita.App.Delivery;

/// <summary>The outcomes of letters, in Thai.</summary>
internal static class DeliveryWords
{
    public static string Of(DeliveryCount count) => count.Outcome switch
    {
        DeliveryOutcome.Sent => "ส่งแล้ว",
        DeliveryOutcome.Retried => $"จะลองอีก: {Of(count.Cause)}",
        _ => $"ส่งไม่ได้: {Of(count.Cause)}",
    };

    /// <summary>A count of few people is shown as a range.</summary>
    public static string Number(int count) => count < Suppression.FewestPeople
        ? string.Create(CultureInfo.InvariantCulture, $"1–{Suppression.FewestPeople - 1}")
        : count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Of(Cause cause) => cause switch
    {
        Cause.Refused => "เครื่องปลายทางไม่รับผู้รับหรือข้อความนี้",
        Cause.Sender => "เครื่องส่งไม่รับที่อยู่ผู้ส่ง โปรดตรวจการตั้งค่า",
        Cause.Auth => "ชื่อผู้ใช้ รหัสผ่าน หรือกุญแจของเครื่องส่งไม่ถูกต้อง โปรดตรวจการตั้งค่า",
        Cause.Tls => "เชื่อมต่อแบบเข้ารหัสไม่ได้ โปรดตรวจใบรับรองและการตั้งค่า",
        Cause.Timeout => "เครื่องส่งไม่ตอบในเวลา",
        Cause.Unreachable => "ติดต่อเครื่องส่งไม่ได้",
        Cause.Busy => "เครื่องส่งขอให้ลองใหม่ภายหลัง",
        Cause.Expired => "หมดเวลาของรหัสผ่านก่อน",
        Cause.Unconfigured => "ยังไม่ได้ตั้งค่าทางนี้",
        _ => "ข้อผิดพลาดอื่น",
    };
}
