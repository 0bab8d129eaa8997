using Ita.Reports.Analysis;

namespace Ita.Reports.Measures;

/// <summary>The sentences of a plan of measures. Plan and memo say the same of weaknesses and measures.</summary>
internal static class PlanProse
{
    /// <summary>The weaknesses of the result and the number of measures.</summary>
    public static string Lead(MeasuresView view) => $"จากการวิเคราะห์ผลการประเมิน {WeaknessProse.Write(view.Analysis)} {Measures(view)}".TrimEnd();

    /// <summary>How many measures there are, and whether they address every weakness, when that is known.</summary>
    public static string Measures(MeasuresView view) => (view.Model.Measures.Length, view.Weak.IsEmpty) switch
    {
        (0, false) => "โดยยังไม่ได้กำหนดมาตรการ",
        (0, true) => "",
        (var count, true) => $"และได้กำหนดมาตรการ จำนวน {ThaiNumber.Count(count)} มาตรการ เพื่อรักษาและพัฒนาระดับผลการประเมิน",
        (var count, false) => $"และได้กำหนดมาตรการ จำนวน {ThaiNumber.Count(count)} มาตรการ{Covered(view)}",
    };

    /// <summary>That every weakness is addressed; empty when it is not, or not known. The check sheet lists what is missing.</summary>
    public static string Covered(MeasuresView view) =>
        !view.Weak.IsEmpty && view.Coverage.IsComplete ? " ซึ่งรองรับรายการที่ต่ำกว่าเกณฑ์ครบทุกรายการ" : "";

    public static string Heading(IssueBlock block) => block switch
    {
        { Number: null, Weak.IsEmpty: true } => "มาตรการในภาพรวม",
        { Number: null } => "รายการที่ต้องแก้ไขและมาตรการ",
        { Title.Length: 0 } => $"ประเด็นที่\u00a0{block.Number}",
        _ => $"ประเด็นที่\u00a0{block.Number} {block.Title}",
    };

    /// <summary>The weaknesses of an issue.</summary>
    public static string Weak(IssueBlock block, ClassThresholds thresholds)
    {
        var kind = block.Weak.All(row => row.Key == row.Code) ? "ข้อ" : block.Weak.Any(row => row.Key == row.Code) ? "รายการ" : "ตัวชี้วัด";
        return $"มี{kind}ที่ได้คะแนนน้อยกว่า {ThaiNumber.Plain(thresholds.Pass)}\u00a0คะแนน จำนวน {ThaiNumber.Count(block.Weak.Length)} {kind} "
            + (block.Weak.Length == 1 ? "ดังนี้" : "เรียงจากคะแนนต่ำสุด ดังนี้")
            + (block.Unscored > 0 && block.Scored > 0 ? $" ส่วนอีก {ThaiNumber.Count(block.Unscored)} ข้อไม่มีคะแนน" : "");
    }

    /// <summary>Which measures of other issues address all weaknesses of an issue that has no measure; null when not all are addressed.</summary>
    public static string? Elsewhere(MeasuresView view, IssueBlock block) =>
        block.Weak.All(row => view.MeasuresFor([row]).Any())
            ? $"ดำเนินการตามมาตรการที่ {ThaiList.And(view.MeasuresFor(block.Weak).Select(measure => ThaiNumber.Count(view.NumberOf(measure))))}"
            : null;
}
