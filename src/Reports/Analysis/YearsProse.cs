namespace Ita.Reports.Analysis;

/// <summary>The sentences of a comparison of two years.</summary>
internal static class YearsProse
{
    public const string Method =
        "ผลการทดสอบเทียบกับช่วงความเชื่อมั่นร้อยละ\u00a095 ของผลต่าง โดยใช้ความแปรปรวนสูงสุดที่เป็นไปได้ ส่วนการตรวจเอกสารไม่ได้สุ่มตัวอย่าง ความแตกต่างจึงเป็นการเปลี่ยนแปลงจริง";

    public static string Verdict(ChangeTest test) => test.Verdict switch
    {
        ChangeVerdict.Real => "เปลี่ยนแปลงจริง",
        ChangeVerdict.WithinNoise when test.Margin == 0 => "ไม่เปลี่ยนแปลง",
        ChangeVerdict.WithinNoise => "อยู่ในช่วงความคลาดเคลื่อน",
        _ => "ทดสอบไม่ได้",
    };

    /// <summary>How many indicators changed, and whether the changes are larger than chance explains.</summary>
    public static string Tested(YearOverYear years)
    {
        var real = years.Indicators.Where(row => row.Test.Verdict == ChangeVerdict.Real).ToList();
        var open = years.Indicators.Count(row => row.Test.Verdict == ChangeVerdict.CannotBeTested);
        return $"เมื่อเปรียบเทียบตัวชี้วัดที่มีทั้งสองปี จำนวน {ThaiNumber.Count(years.Indicators.Length)} ตัวชี้วัด "
            + $"เปลี่ยนแปลงเกินกว่าความคลาดเคลื่อน {ThaiNumber.Count(real.Count)} ตัวชี้วัด{Ways(real)}"
            + (open == 0 ? "" : $" และทดสอบไม่ได้ {ThaiNumber.Count(open)} ตัวชี้วัด เนื่องจากไม่ทราบจำนวนผู้ตอบแบบวัดหรือมีคะแนนไม่ครบทั้งสองปี");
    }

    private static string Ways(List<YearChange> real) => real.Count == 0
        ? ""
        : $" (เพิ่มขึ้น {ThaiNumber.Count(real.Count(row => row.Direction == Direction.Up))} "
            + $"ลดลง {ThaiNumber.Count(real.Count(row => row.Direction == Direction.Down))})";
}
