namespace Ita.Reports.Analysis;

/// <summary>The sentences of a comparison of two years.</summary>
public static class YearsProse
{
    /// <summary>What can be said of a change; null when only its amount can.</summary>
    /// <remarks>Chance is ruled out only where both years measure the same and the number of respondents is known.</remarks>
    public static string? Verdict(YearChange change) => change switch
    {
        { Change: null } => null,
        { FrameChanged: true } => "กรอบการประเมินต่างกัน",
        { Test: { Verdict: ChangeVerdict.Real, Margin: > 0 } } => "เปลี่ยนแปลงเกินความคลาดเคลื่อน",
        { Test: { Verdict: ChangeVerdict.WithinNoise, Margin: > 0 } } => "อยู่ในช่วงความคลาดเคลื่อน",
        _ => null,
    };

    /// <summary>How many indicators rose and fell, and of how many both years ask the same.</summary>
    public static string Counted(YearOverYear years)
    {
        var known = years.Indicators.Where(row => row.Change is not null).ToList();
        return known.Count == 0
            ? "ไม่มีตัวชี้วัดที่มีคะแนนทั้งสองปี"
            : $"ตัวชี้วัดที่มีคะแนนทั้งสองปี จำนวน {ThaiNumber.Count(known.Count)} ตัวชี้วัด {ThaiList.And(Ways(known))}";
    }

    /// <summary>Explains the verdicts of the table; empty without any.</summary>
    public static string Method(YearOverYear years)
    {
        var changed = All(years).Any(change => change.FrameChanged)
            ? "กรอบการประเมินต่างกัน คือ ข้อคำถาม น้ำหนัก หรือมาตรวัดคำตอบของสองปีต่างกัน ผลต่างจึงแสดงแนวโน้มเท่านั้น "
            : "";
        var margin = All(years).Any(change => change is { FrameChanged: false, Test.Margin: > 0 })
            ? "ความคลาดเคลื่อน คือ ช่วงความเชื่อมั่นร้อยละ\u00a095 ของผลต่าง โดยใช้ความแปรปรวนสูงสุดที่เป็นไปได้"
            : "";
        return (changed + margin).TrimEnd();
    }

    public static IEnumerable<YearChange> All(YearOverYear years) => years.Instruments.Concat(years.Indicators).Append(years.Total);

    private static IEnumerable<string> Ways(List<YearChange> changes) =>
        new[] { (Direction.Up, "เพิ่มขึ้น"), (Direction.Down, "ลดลง"), (Direction.Same, "เท่าเดิม") }
            .Select(way => (Name: way.Item2, Count: changes.Count(row => row.Direction == way.Item1)))
            .Where(way => way.Count > 0)
            .Select(way => $"{way.Name} {ThaiNumber.Count(way.Count)} ตัวชี้วัด");
}
