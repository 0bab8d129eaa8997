namespace Ita.Reports.FollowUps;

/// <summary>Texts of the states of a follow-up.</summary>
internal static class FollowUpText
{
    public static string Round(FollowUpRound round) => $"รอบ\u00a0{(int)round}\u00a0เดือน";

    /// <summary>Without numbers, because digits in attributes are not converted to Thai digits.</summary>
    public static string InWords(FollowUpRound round) => round == FollowUpRound.SixMonths ? "รอบหกเดือน" : "รอบสิบสองเดือน";

    /// <summary>The state of a round in the overview: reported, overdue, or its due date.</summary>
    public static string Round(RoundState round) => round switch
    {
        { Report: { } report } => ThaiNumber.Plain(Domain.Rounding.ToShown(report.Percent)),
        { IsOverdue: true } => "เกินกำหนด",
        _ => ThaiNumber.None,
    };

    public static string Percent(decimal percent) => $"ร้อยละ\u00a0{ThaiNumber.Plain(Domain.Rounding.ToShown(percent))}";

    public static string Fault(LinkFault fault) => fault switch
    {
        LinkFault.NotAnAddress => "ไม่ใช่ที่อยู่เว็บไซต์",
        LinkFault.NotHttp => "ไม่ใช่ที่อยู่ที่เปิดได้ทางเว็บไซต์",
        LinkFault.RootOnly => "เป็นหน้าแรกของเว็บไซต์ ไม่ใช่หน้าของหลักฐาน",
        LinkFault.WrongHost => "ไม่ได้อยู่บนเว็บไซต์ของหน่วยงาน",
        LinkFault.WrongYear => "ปีในที่อยู่ไม่ตรงกับปีที่ดำเนินการ",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without a name."),
    };
}
