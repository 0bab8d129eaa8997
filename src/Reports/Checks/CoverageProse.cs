using Ita.Reports.Measures;

namespace Ita.Reports.Checks;

/// <summary>The sentences about what the measures address and leave out.</summary>
internal static class CoverageProse
{
    /// <summary>The measures that could not be checked, that address no weakness, or lack details.</summary>
    public static IEnumerable<string> Measures(CheckView view)
    {
        var coverage = view.Plan.Coverage;
        if (coverage.IsKnown && !coverage.Unassigned.IsEmpty)
        {
            yield return $"มาตรการที่ {view.NumbersOf(coverage.Unassigned)} ไม่ได้ระบุข้อคำถามหรือประเด็นที่มาตรการรองรับ จึงไม่ได้นำมาตรวจความครอบคลุม";
        }

        if (!coverage.WithoutWeakness.IsEmpty)
        {
            yield return $"มาตรการที่ {view.NumbersOf(coverage.WithoutWeakness)} ระบุเฉพาะข้อที่ไม่ต่ำกว่าเกณฑ์ ซึ่งอาจเป็นมาตรการเพื่อพัฒนาหรือรักษาระดับ";
        }

        foreach (var group in coverage.Incomplete.GroupBy(one => ThaiList.And(one.Missing.Select(MeasureText.Missing))))
        {
            yield return $"มาตรการที่ {view.NumbersOf(group.Select(one => one.Measure))} ไม่ได้ระบุ{group.Key}";
        }
    }

    /// <summary>Whether the measures address the weaknesses, as far as the plan tells.</summary>
    public static string Weaknesses(CheckView view) => (view.Model.Measures.IsEmpty, view.Plan.Weak.Length) switch
    {
        (_, 0) => "ไม่พบรายการที่ต่ำกว่าเกณฑ์ในคะแนนที่มี",
        (true, var weak) => $"ยังไม่ได้กำหนดมาตรการ รายการที่ต่ำกว่าเกณฑ์มีจำนวน {ThaiNumber.Count(weak)} รายการ ดังนี้",
        _ when !view.Plan.Coverage.IsKnown => "แผนไม่ได้ระบุข้อคำถามที่มาตรการรองรับ จึงไม่ได้ตรวจความครอบคลุม",
        _ when view.Plan.Coverage.Uncovered.IsEmpty => "มาตรการรองรับรายการที่ต่ำกว่าเกณฑ์ครบทุกรายการ",
        (_, var weak) => $"รายการที่ต่ำกว่าเกณฑ์ซึ่งไม่มีมาตรการใดระบุถึง มีจำนวน {ThaiNumber.Count(view.Plan.Coverage.Uncovered.Length)} รายการ "
            + $"จากทั้งหมด {ThaiNumber.Count(weak)} รายการ ดังนี้",
    };
}
