namespace Ita.Reports.Analysis;

/// <summary>The sentences about how scores are computed, from the framework of the year.</summary>
internal static class MethodProse
{
    public static IEnumerable<string> Steps(Framework framework)
    {
        foreach (var kind in framework.Instruments.GroupBy(instrument => instrument.Answers))
        {
            var codes = ThaiList.And(kind.Select(instrument => instrument.Code));
            yield return kind.Key == AnswerKind.Survey
                ? $"คะแนนรายข้อของแบบวัด {codes} คือ ค่าเฉลี่ยของคะแนนคำตอบจากผู้ตอบทุกคน"
                : $"คะแนนรายข้อของแบบวัด {codes} คือ คะแนนที่ผู้ประเมินให้ในแต่ละข้อ";
        }

        yield return "คะแนนตัวชี้วัด คือ ค่าเฉลี่ยของคะแนนรายข้อในตัวชี้วัดนั้น";
        if (!framework.SubIndicators.IsEmpty)
        {
            var numbers = framework.SubIndicators.Select(sub => sub.Indicator).Distinct().Select(number => ThaiNumber.Count(number));
            yield return $"ตัวชี้วัดที่ {ThaiList.And(numbers)} แบ่งเป็นตัวชี้วัดย่อย คะแนนตัวชี้วัดย่อย "
                + "คือ ค่าเฉลี่ยของคะแนนรายข้อ และคะแนนตัวชี้วัด คือ ค่าเฉลี่ยของคะแนนตัวชี้วัดย่อย";
        }

        foreach (var instrument in framework.Instruments.Where(instrument => !instrument.Parts.IsEmpty))
        {
            yield return $"แบบวัด {instrument.Code} ประเมิน {instrument.Parts.Length} ส่วน คะแนนตัวชี้วัดที่แสดง คือ ค่าเฉลี่ยของคะแนนทุกส่วน";
        }

        yield return "คะแนนของแต่ละเครื่องมือ คือ ค่าเฉลี่ยของคะแนนตัวชี้วัดในเครื่องมือนั้น";
        yield return "คะแนนรวม คือ ผลรวมของคะแนนเครื่องมือที่ถ่วงน้ำหนักแล้ว โดยปัดเศษเป็นทศนิยมสองตำแหน่งเฉพาะเมื่อแสดงผล ดังสูตร";
    }
}
