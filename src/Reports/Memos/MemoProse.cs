using Ita.Reports.Analysis;
using Ita.Reports.Measures;

namespace Ita.Reports.Memos;

/// <summary>The sentences of memos and circular letters.</summary>
internal static class MemoProse
{
    private const string Assessment = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency Assessment: ITA)";

    // How the items of the checklists begin that ask for the plan and for its results.
    private static readonly string[] PlanItem = ["มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"];
    private static readonly string[] ResultItem =
        ["การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส", "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใส"];

    public static string Subject(ReportKind about, FiscalYear analysed, FiscalYear carriedOut) => about == ReportKind.Analysis
        ? $"รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {analysed}"
        : $"{about.FullTitle} ประจำปีงบประมาณ พ.ศ. {carriedOut}";

    /// <summary>Background (เรื่องเดิม).</summary>
    public static string Background(string agency, FiscalYear analysed) => $"{Origin(agency, analysed)} นั้น";

    /// <summary>Background of a memo; that of a follow-up mentions the plan.</summary>
    public static string Background(MemoView view) => Origin(view.Agency, view.Model.Result.Year)
        + (view.Model is { About: var about, Measures.IsEmpty: false } && about == ReportKind.FollowUp
            ? $" และได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานเพื่อดำเนินการในปีงบประมาณ พ.ศ. {view.CarriedOut} นั้น"
            : " นั้น");

    /// <summary>Facts (ข้อเท็จจริง), one paragraph each.</summary>
    public static IEnumerable<string> Facts(MemoView view)
    {
        if (Task(view) is { } task)
        {
            yield return task;
        }

        var about = view.Model.About;
        yield return MemoAttachments.Cite(view, RatingProse.ReachedWithDoubts(view.Analysis), MemoAttachment.Result);
        yield return MemoAttachments.Cite(view, Weaknesses(view), MemoAttachment.Analysis);
        if (about != ReportKind.Analysis)
        {
            yield return MemoAttachments.Cite(view, Plan(view), MemoAttachment.Plan);
        }

        if (about == ReportKind.FollowUp)
        {
            yield return MemoAttachments.Cite(view, ProgressProse.Write(view), MemoAttachment.FollowUp);
        }
    }

    /// <summary>Considerations (ข้อพิจารณา), one point each.</summary>
    public static IEnumerable<string> Considerations(MemoView view) => view.Model.About switch
    {
        var about when about == ReportKind.Analysis =>
            ["พิจารณารับทราบผลการวิเคราะห์ตามรายงานที่แนบ", "มอบหมายส่วนงานที่เกี่ยวข้องกำหนดมาตรการแก้ไขข้อบกพร่อง", "เผยแพร่รายงานบนเว็บไซต์ของหน่วยงาน"],
        var about when about == ReportKind.Measures =>
            ["พิจารณาให้ความเห็นชอบมาตรการตามเอกสารที่แนบ", "แจ้งเวียนให้ส่วนงานที่รับผิดชอบถือปฏิบัติและรายงานผลตามรอบที่กำหนด", "เผยแพร่มาตรการบนเว็บไซต์ของหน่วยงาน"],
        _ when view.Model.Measures.IsEmpty =>
            ["พิจารณารับทราบว่ายังไม่มีมาตรการที่อยู่ระหว่างการติดตาม", "มอบหมายส่วนงานที่เกี่ยวข้องกำหนดมาตรการแก้ไขข้อบกพร่อง"],
        _ => ["พิจารณารับทราบผลการดำเนินการตามรายงานที่แนบ", "กำชับให้ส่วนงานที่รับผิดชอบเร่งรัดมาตรการที่ยังไม่แล้วเสร็จ", "เผยแพร่รายงานบนเว็บไซต์ของหน่วยงาน"],
    };

    /// <summary>The closing line of a memo.</summary>
    public static string Close(ReportKind about) => about == ReportKind.Measures
        ? "จึงเรียนมาเพื่อโปรดพิจารณาให้ความเห็นชอบ"
        : "จึงเรียนมาเพื่อโปรดทราบและพิจารณา";

    private static string Origin(string agency, FiscalYear analysed) =>
        "ตามที่สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ (สำนักงาน\u00a0ป.ป.ช.) "
            + $"กำหนดให้มี{Assessment} ประจำปีงบประมาณ พ.ศ. {analysed} และ{agency}ได้เข้ารับการประเมิน";

    // The item of the checklist that asks for the report, in the year in which it is published; null where it is not known.
    private static string? Task(MemoView view)
    {
        var words = view.Model.About == ReportKind.Measures ? PlanItem : view.Model.About == ReportKind.FollowUp ? ResultItem : null;
        var framework = view.Model.CarriedOutFramework;
        if (words is null || framework?.Items.FirstOrDefault(item => words.Any(start => item.Text.StartsWith(start, StringComparison.Ordinal)))
            is not { SubIndicator: { } code } found || framework.SubIndicators.FirstOrDefault(sub => sub.Code == code) is not { } sub)
        {
            return null;
        }

        return $"การประเมิน ITA ประจำปีงบประมาณ พ.ศ. {framework.Year} ตัวชี้วัดที่\u00a0{found.Indicator} {framework.Indicator(found.Indicator).NameTh} "
            + $"ตัวชี้วัดย่อยที่\u00a0{code} {sub.NameTh} ข้อ\u00a0{found.Code} กำหนดให้หน่วยงานเปิดเผย{found.Text}";
    }

    private static string Weaknesses(MemoView view) => $"จากการวิเคราะห์ผลการประเมิน {WeaknessProse.Write(view.Analysis)}";

    private static string Plan(MemoView view) => view.Model.Measures.Length switch
    {
        0 => $"ยังไม่ได้กำหนดมาตรการสำหรับปีงบประมาณ พ.ศ. {view.CarriedOut}",
        var count => $"ได้กำหนดมาตรการเพื่อดำเนินการในปีงบประมาณ พ.ศ. {view.CarriedOut} จำนวน {ThaiNumber.Count(count)} มาตรการ"
            + PlanProse.Covered(view.Plan),
    };
}
