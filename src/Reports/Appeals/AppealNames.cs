using Ita.Domain.Appeals;

namespace Ita.Reports.Appeals;

/// <summary>The phases of appeals and the states, roles and actions of comments in Thai.</summary>
public static class AppealNames
{
    public static string Of(AppealPhase phase) => phase switch
    {
        AppealPhase.NotYet => "ยังไม่เปิดรับความเห็น",
        AppealPhase.Commenting => "เปิดรับความเห็น",
        AppealPhase.Answering => "ปิดรับความเห็นแล้ว อยู่ระหว่างตอบ",
        _ => "สิ้นสุดแล้ว",
    };

    public static string Of(CommentState state) => state switch
    {
        CommentState.Submitted => "รอคำตอบ",
        CommentState.Withdrawn => "หน่วยงานถอน",
        CommentState.Accepting => "รับแล้ว กำลังบันทึกผลฉบับใหม่",
        CommentState.Accepted => "รับแล้ว",
        CommentState.Declined => "ไม่รับ",
        CommentState.Lapsed => "สิ้นสุดโดยไม่มีคำตอบ",
        _ => "ประกาศผลโดยไม่รอคำตอบ",
    };

    public static string Of(AppealRole role) => role switch
    {
        AppealRole.Agency => "หน่วยงาน",
        AppealRole.Assessor => "ผู้ประเมิน",
        AppealRole.Operator => "ผู้ดูแลระบบ",
        _ => "ระบบ",
    };

    public static string Of(CommentAct act) => act switch
    {
        CommentAct.Submit => "ส่งความเห็น",
        CommentAct.Withdraw => "ถอนความเห็น",
        CommentAct.Accept => "รับความเห็น",
        CommentAct.Decline => "ไม่รับความเห็น",
        CommentAct.Store => "บันทึกผลฉบับใหม่",
        CommentAct.Lapse => "สิ้นสุดโดยไม่มีคำตอบ",
        _ => "ประกาศผลโดยไม่รอคำตอบ",
    };
}
