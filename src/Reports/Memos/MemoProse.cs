using Ita.Reports.Analysis;
using Ita.Reports.FollowUps;

namespace Ita.Reports.Memos;

/// <summary>The sentences of memos and circular letters.</summary>
internal static class MemoProse
{
    private const string Assessment = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency Assessment: ITA)";

    public static string Subject(ReportKind about, FiscalYear analysed, FiscalYear carriedOut) => about == ReportKind.Analysis
        ? $"รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {analysed}"
        : $"{about.FullTitle} ประจำปีงบประมาณ พ.ศ. {carriedOut}";

    /// <summary>Background (เรื่องเดิม).</summary>
    public static string Background(string agency, FiscalYear analysed) =>
        "ตามที่สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ (สำนักงาน\u00a0ป.ป.ช.) "
            + $"กำหนดให้มี{Assessment} ประจำปีงบประมาณ พ.ศ. {analysed} และ{agency}ได้เข้ารับการประเมิน นั้น";

    /// <summary>Facts (ข้อเท็จจริง), one paragraph each.</summary>
    public static IEnumerable<string> Facts(MemoView view)
    {
        yield return RatingProse.Reached(view.Analysis);
        yield return Weaknesses(view);
        if (view.Model.About != ReportKind.Analysis)
        {
            yield return Plan(view);
        }

        if (view.Model.About == ReportKind.FollowUp)
        {
            yield return Progress(view.Model.Measures);
        }
    }

    /// <summary>Considerations (ข้อพิจารณา), one point each.</summary>
    public static IEnumerable<string> Considerations(MemoView view) => view.Model.About switch
    {
        var about when about == ReportKind.Analysis =>
            ["พิจารณารับทราบผลการวิเคราะห์ตามรายงานที่แนบ", "มอบหมายส่วนงานที่เกี่ยวข้องกำหนดมาตรการแก้ไขข้อบกพร่อง", "เผยแพร่รายงานบนเว็บไซต์ของหน่วยงาน"],
        var about when about == ReportKind.Measures =>
            ["พิจารณาให้ความเห็นชอบมาตรการตามเอกสารที่แนบ", "แจ้งเวียนให้ส่วนงานที่รับผิดชอบถือปฏิบัติและรายงานผลตามรอบที่กำหนด", "เผยแพร่มาตรการบนเว็บไซต์ของหน่วยงาน"],
        _ => ["พิจารณารับทราบผลการดำเนินการตามรายงานที่แนบ", "กำชับให้ส่วนงานที่รับผิดชอบเร่งรัดมาตรการที่ยังไม่แล้วเสร็จ", "เผยแพร่รายงานบนเว็บไซต์ของหน่วยงาน"],
    };

    /// <summary>The closing line of a memo.</summary>
    public static string Close(ReportKind about) => about == ReportKind.Measures
        ? "จึงเรียนมาเพื่อโปรดพิจารณาให้ความเห็นชอบ"
        : "จึงเรียนมาเพื่อโปรดทราบและพิจารณา";

    private static string Weaknesses(MemoView view)
    {
        var urgent = ClassNames.Range(ScoreClass.Urgent, view.Model.Thresholds);
        return view.Plan.Weak.IsEmpty
            ? $"จากการวิเคราะห์ผลการประเมิน ไม่พบรายการที่ได้คะแนน{urgent}"
            : "จากการวิเคราะห์ผลการประเมิน พบข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน คือ "
                + $"รายการที่ได้คะแนน{urgent} จำนวน {ThaiNumber.Count(view.Plan.Weak.Length)} รายการ{Lowest(view)}";
    }

    private static string Lowest(MemoView view) => Extremes.Find(view.Analysis.Indicators) is { AreEqual: false } ends
        ? $" ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ {ThaiList.And(ends.Lowest.Select((ScoreNode node) => view.Analysis.Names.Full(node.Key)))} "
            + $"ได้ {ThaiNumber.Points(ends.Low)}"
        : "";

    private static string Plan(MemoView view) => (view.Model.Measures.Length, view.Plan.Coverage.Uncovered.Length) switch
    {
        (0, _) => $"ยังไม่ได้กำหนดมาตรการสำหรับปีงบประมาณ พ.ศ. {view.CarriedOut}",
        (var count, 0) => $"ได้กำหนดมาตรการเพื่อดำเนินการในปีงบประมาณ พ.ศ. {view.CarriedOut} จำนวน {ThaiNumber.Count(count)} มาตรการ",
        var (count, open) => $"ได้กำหนดมาตรการเพื่อดำเนินการในปีงบประมาณ พ.ศ. {view.CarriedOut} จำนวน "
            + $"{ThaiNumber.Count(count)} มาตรการ โดยยังมีข้อบกพร่องที่ไม่มีมาตรการรองรับ จำนวน {ThaiNumber.Count(open)} รายการ",
    };

    private static string Progress(IReadOnlyCollection<Measure> measures)
    {
        var active = measures.Where(measure => measure.Status != MeasureStatus.Cancelled).ToList();
        return active.Count == 0
            ? "ไม่มีมาตรการที่อยู่ระหว่างการติดตาม"
            : $"ผลการดำเนินการ แล้วเสร็จ {ThaiNumber.Count(active.Count(measure => measure.Status == MeasureStatus.Done))} "
                + $"มาตรการ ความก้าวหน้าเฉลี่ย{FollowUpText.Percent(active.Average(measure => measure.Percent))}";
    }
}
