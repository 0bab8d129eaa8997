namespace Ita.Reports.Analysis;

/// <summary>The sentences about the plan for a better rating and the stability of the present one.</summary>
public static class GainProse
{
    /// <param name="raises">The raises that the table below the sentence lists; null when there are none.</param>
    public static string Outcome(PlanOutcome plan, RaiseSet? raises, Framework framework) => plan switch
    {
        PlanOutcome.Found found =>
            $"ระดับที่สูงขึ้นถัดไป คือ “{found.Target}” แนวทางหนึ่ง คือ เพิ่มคะแนนตามตารางรายการที่เพิ่มคะแนน ได้แก่ {Sum(raises ?? found.ByPoints, framework)}",
        PlanOutcome.Reached => "ได้ระดับผลการประเมินสูงสุดแล้ว จึงควรรักษาระดับไว้",
        PlanOutcome.NotReachable none => $"แม้เพิ่มทุกรายการที่เพิ่มได้จนเต็ม ก็ยังไม่ถึงระดับ “{none.Target}” โดยจะได้คะแนนรวม {ThaiNumber.Points(none.Best.Total)}",
        PlanOutcome.NotPlannable none => none.Why.Text.Th,
        _ => throw new ArgumentOutOfRangeException(nameof(plan), plan, "An outcome without a sentence."),
    };

    public static string After(Outlook after) =>
        $"เมื่อเพิ่มคะแนนตามตารางแล้ว คะแนนรวมจะเป็น {ThaiNumber.Points(after.Total)} อยู่ในระดับ “{after.Band}”";

    /// <summary>How the table was made, as far as it applies.</summary>
    public static IEnumerable<string> Notes(AnalysisView view, RaiseSet raises)
    {
        if (Levels(view, raises) is { Count: > 0 } levels)
        {
            yield return $"แบบวัดการรับรู้: เพิ่มทุกรายการในตารางให้ถึงระดับเดียวกัน ได้แก่ {ThaiList.And(levels)} "
                + "เนื่องจากคะแนนเต็มเกิดขึ้นได้เมื่อผู้ตอบทุกคนเลือกคำตอบที่ดีที่สุดเท่านั้น";
        }

        foreach (var instrument in OfKind(view, AnswerKind.Checklist).Where(one => raises.Raises.Any(raise => raise.Instrument == one.Code)))
        {
            yield return $"{instrument.Code}: เพิ่มคะแนนได้เป็นรายข้อ ข้อละ 0 หรือ 100 คะแนน คะแนนตัวชี้วัดจึงเพิ่มเป็นขั้น";
        }

        if (BestTenth(raises, view.Result.Agency.Type) is { } bestTenth)
        {
            yield return bestTenth;
        }
    }

    /// <summary>What the column of the best tenth is, and whether the table goes beyond it; null when no raise has the figure.</summary>
    /// <param name="type">The type of the agency.</param>
    public static string? BestTenth(RaiseSet raises, string? type)
    {
        var known = raises.Raises.Where(raise => raise.BestTenth is not null).ToList();
        var above = known.Count(raise => raise.To > raise.BestTenth);
        return known.Count == 0
            ? null
            : $"กลุ่มดีที่สุดร้อยละ 10 คือ คะแนนที่{type}ซึ่งประกาศผลแล้วร้อยละ 10 ที่ได้คะแนนสูงสุดในรายการนั้นทำได้"
                + (above == 0 ? "" : $" คะแนนเป้าหมาย {ThaiNumber.Count(above)} รายการสูงกว่านั้น จึงต้องใช้ความพยายามมากกว่าหน่วยงานที่ดีที่สุดในประเภทเดียวกัน");
    }

    /// <summary>Why there is neither a plan nor an analysis of the distances.</summary>
    public static string WithoutUnits(AnalysisView view) => view.Result.Total.Shown is null
        ? "เนื่องจากไม่มีคะแนนรวม"
        : $"เนื่องจากคะแนนของแบบวัดยังไม่ครบ ({ThaiList.And(view.Result.Instruments.Where(node => node.Score is null).Select(node => node.Key.Code))})";

    /// <summary>The failed items of checklists that the next rating does not need; null when there are none.</summary>
    public static string? Besides(AnalysisView view, RaiseSet raises)
    {
        var failed = view.Result.Instruments
            .Where(node => OfKind(view, AnswerKind.Checklist).Any(one => one.Code == node.Key.Code))
            .SelectMany(node => node.SelfAndBelow())
            .Where(node => node is { Level: Level.Item, Shown: < 100 } && raises.Raises.All(raise => raise.Key != node.Key))
            .Select(node => $"{node.Key.Code} ({ThaiNumber.Score(node.Shown)})")
            .ToList();
        return failed.Count == 0
            ? null
            : $"ข้อของแบบตรวจเอกสารที่ยังไม่ได้คะแนนเต็มและไม่อยู่ในตาราง ได้แก่ {ThaiList.And(failed, ", ")} "
                + "แม้ระดับถัดไปไม่ได้ขึ้นอยู่กับข้อเหล่านี้ แต่ควรแก้ไขด้วย เนื่องจากดำเนินการได้ทันทีและทำให้คะแนนรวมเพิ่มขึ้น";
    }

    public static string Steady(Stability stability, Func<Reason, string> because) => stability.Total is { } total
        ? $"คะแนนรวมอยู่ในช่วง {ThaiNumber.Score(total.Low)} – {ThaiNumber.Points(total.High)} ({because(stability.Why)}) {Possible(stability)}"
        : "ไม่ทราบจำนวนผู้ตอบแบบวัดครบทุกเครื่องมือ จึงไม่ได้คำนวณช่วงความเชื่อมั่นของคะแนน คงแสดงเฉพาะระยะห่างจากเกณฑ์";

    // Points of an item and of an indicator are not worth the same, so they are not added up.
    private static string Sum(RaiseSet raises, Framework framework) => ThaiList.And(raises.Raises
        .GroupBy(raise => UnitOf(raise.Key, framework))
        .Select(unit => $"{unit.Key} จำนวน {ThaiNumber.Count(unit.Count())} รายการ รวม {ThaiNumber.Points(unit.Sum(raise => raise.Points))}"));

    private static string UnitOf(ScoreKey key, Framework framework) =>
        framework.Items.Any(item => item.Code == key.Code) ? "คะแนนรายข้อ"
        : framework.SubIndicators.Any(sub => sub.Code == key.Code) ? "คะแนนตัวชี้วัดย่อย"
        : framework.Indicators.Any(one => ScoreKey.Indicator(one.Number).Code == key.Code) ? "คะแนนรายตัวชี้วัด"
        : "คะแนนเครื่องมือ";

    // IIT 92.12: only where several scores are raised to one level.
    private static List<string> Levels(AnalysisView view, RaiseSet raises) => [.. raises.Raises
        .Where(raise => OfKind(view, AnswerKind.Survey).Any(one => one.Code == raise.Instrument))
        .GroupBy(raise => (Unit: UnitOf(view, raise), raise.To))
        .Where(level => level.Count() > 1)
        .Select(level => $"{view.Names.Brief(level.Key.Unit)} {ThaiNumber.Points(level.Key.To)}")];

    private static ScoreKey UnitOf(AnalysisView view, Raise raise) => view.Result.Instruments.SelectMany(instrument => instrument.Parts)
        .FirstOrDefault(part => part.SelfAndBelow().Any(node => node.Key == raise.Key))?.Key ?? new ScoreKey(raise.Instrument);

    private static IEnumerable<Instrument> OfKind(AnalysisView view, AnswerKind answers) =>
        view.Framework.Instruments.Where(instrument => instrument.Answers == answers);

    private static string Possible(Stability stability) => stability.CouldBe.Length == 1
        ? $"ความคลาดเคลื่อนของการสุ่มตัวอย่างไม่ทำให้ระดับ “{stability.CouldBe[0]}” เปลี่ยนแปลง"
        : $"เมื่อคำนึงถึงความคลาดเคลื่อนของการสุ่มตัวอย่าง ระดับอาจเป็น {ThaiList.Or(stability.CouldBe.Select(band => $"“{band}”"))}";
}
