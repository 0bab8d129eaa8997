namespace Ita.Reports.Analysis;

/// <summary>The sentences about who is asked, how, and how many: populations, collection and minimum samples of the year.</summary>
/// <remarks>A size that is only assumed is not printed (docs/sources).</remarks>
internal static class SampleProse
{
    // The years of which a source says that respondents of the first part confirm their identity by a password for one use.
    private static readonly ImmutableArray<int> WithPassword = [2567];

    public static IEnumerable<string> Write(Framework framework)
    {
        foreach (var rules in framework.SampleRules.GroupBy(rule => rule.Population))
        {
            yield return $"{Who(rules.Key, framework.Year)} ตอบแบบวัด {ThaiList.And(rules.Select(rule => Name(framework, rule.Instrument)))}";
        }

        foreach (var instrument in framework.Instruments.Where(one => one is { Answers: AnswerKind.Survey, Parts.Length: 2 }))
        {
            yield return HowInParts(framework, instrument);
        }

        foreach (var rule in framework.SampleRules)
        {
            yield return Size(framework, rule);
        }

        foreach (var instrument in framework.Instruments.Where(one => one.Answers == AnswerKind.Checklist))
        {
            yield return $"แบบวัด {instrument.Code} หน่วยงานระบุที่อยู่ (URL) ของข้อมูลที่เผยแพร่บนเว็บไซต์หลักของหน่วยงาน "
                + "และผู้ประเมินตรวจข้อมูลและให้คะแนนตามหลักเกณฑ์ที่กำหนด";
        }
    }

    private static string Who(Population population, FiscalYear year) => population switch
    {
        Population.InternalStaff => "ผู้มีส่วนได้ส่วนเสียภายใน คือ บุคลากรทุกระดับของหน่วยงานที่ปฏิบัติงานมาแล้วไม่น้อยกว่า 1 ปี",
        Population.ExternalStakeholders => "ผู้มีส่วนได้ส่วนเสียภายนอก คือ บุคคล นิติบุคคล หรือหน่วยงานของรัฐอื่น "
            + $"ที่มารับบริการหรือมาติดต่อหน่วยงานในปีงบประมาณ พ.ศ. {year}",
        _ => throw new ArgumentOutOfRangeException(nameof(population), population, "A population without a sentence."),
    };

    private static string HowInParts(Framework framework, Instrument instrument)
    {
        var identity = WithPassword.Contains(framework.Year.BuddhistEra) ? " โดยยืนยันตัวตนด้วยรหัสผ่านที่ใช้ครั้งเดียว (OTP)" : "";
        return $"{instrument.Code} ส่วนที่\u00a01 ผู้รับบริการหรือผู้มาติดต่อตอบด้วยตนเองทางระบบ ITAS{identity} "
            + $"และ {instrument.Code} ส่วนที่\u00a02 สำนักงาน\u00a0ป.ป.ช. ในฐานะผู้ประเมินคัดเลือกและเก็บข้อมูล";
    }

    private static string Size(Framework framework, SampleRule rule)
    {
        var name = $"ขนาดกลุ่มตัวอย่างขั้นต่ำของแบบวัด {Name(framework, rule.Instrument)}";
        if (rule.Share.Mark == Mark.Assumed || rule.AtLeast.Mark == Mark.Assumed)
        {
            return $"{name} เป็นไปตามที่สำนักงาน\u00a0ป.ป.ช. กำหนดสำหรับปีงบประมาณ พ.ศ. {framework.Year}";
        }

        var whole = rule.OfMinimumOf is { } other ? $"ขนาดกลุ่มตัวอย่างขั้นต่ำของ {Name(framework, other)}" : "จำนวนผู้มีส่วนได้ส่วนเสียทั้งหมด";
        var least = ThaiNumber.Count(rule.AtLeast.Value);
        var everybody = rule.OfMinimumOf is null ? $" หากมีน้อยกว่า {least}\u00a0คน ให้เก็บข้อมูลจากทุกคน" : "";
        var enough = rule is { AboveThis: { } above, AboveNeeds: { } needs }
            ? $" หากมีมากกว่า {ThaiNumber.Count(above.Value)}\u00a0คน ให้เก็บข้อมูลไม่น้อยกว่า {ThaiNumber.Count(needs.Value)}\u00a0คน"
            : "";
        return $"{name} คือ ร้อยละ\u00a0{ThaiNumber.Plain(rule.Share.Value * 100)} ของ{whole} แต่ไม่น้อยกว่า {least}\u00a0คน{everybody}{enough}";
    }

    private static string Name(Framework framework, string code) =>
        framework.Instruments.SelectMany(one => one.Parts.Select(part => (one, part)))
            .FirstOrDefault(pair => pair.part.Code == code) is { part: { } part } pair
            ? $"{pair.one.Code} ส่วนที่\u00a0{part.Number}"
            : code;
}
