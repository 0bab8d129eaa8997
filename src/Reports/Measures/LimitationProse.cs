namespace Ita.Reports.Measures;

/// <summary>What the data show of the limitations of an agency; the rest only the agency knows.</summary>
internal static class LimitationProse
{
    // Of longer lists only the number is written.
    private const int Named = 5;

    // Fewer measures say nothing about how work is spread.
    private const int Spread = 3;

    /// <summary>The subjects on which an agency states its limitations, as officers divide them.</summary>
    public static ImmutableArray<string> Subjects { get; } =
        ["ด้านการบริหารจัดการ", "ด้านกลไกการบริหารและการควบคุม", "ด้านการแสดงผลและการรายงาน", "ด้านนโยบายและวัฒนธรรมองค์กร"];

    public static IEnumerable<string> FromData(MeasuresView view)
    {
        var missing = view.Analysis.Missing;
        if (!missing.IsEmpty)
        {
            yield return $"ข้อมูลคะแนนยังไม่ครบถ้วน {(missing.Length <= Named
                ? $"ได้แก่ {ThaiList.And(missing.Select(node => view.Analysis.Names.Full(node.Key)))}"
                : $"จำนวน {ThaiNumber.Count(missing.Length)} รายการ")} จึงวิเคราะห์ได้เฉพาะส่วนที่มีคะแนน";
        }

        if (view.Analysis.Tables.IsEmpty)
        {
            yield return "ไม่มีข้อมูลคะแนนรายข้อ จึงระบุข้อคำถามที่เป็นจุดอ่อนไม่ได้";
        }

        if (Busiest(view.Model.Measures) is { } busiest)
        {
            yield return busiest;
        }
    }

    private static string? Busiest(ImmutableArray<Measure> measures)
    {
        var units = measures.Where(measure => !string.IsNullOrWhiteSpace(measure.Responsible))
            .GroupBy(measure => measure.Responsible.Trim()).ToList();
        return measures.Length >= Spread && units.MaxBy(unit => unit.Count()) is { } most && most.Count() * 2 > measures.Length
            ? $"มาตรการ {ThaiNumber.Count(most.Count())} จาก {ThaiNumber.Count(measures.Length)} มาตรการ มีผู้รับผิดชอบเดียวกัน คือ {most.Key}"
            : null;
    }
}
