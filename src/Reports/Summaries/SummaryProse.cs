using Ita.Domain.Ranking;

namespace Ita.Reports.Summaries;

/// <summary>The sentences of a summary.</summary>
public static class SummaryProse
{
    public static string Covered(SummaryView view)
    {
        var now = view.Summary.Now;
        var without = now.Agencies - now.Scored;
        return $"ปีงบประมาณ พ.ศ. {view.Year} มีหน่วยงานที่อยู่ในข้อมูล จำนวน {ThaiNumber.Count(now.Agencies)} หน่วยงาน "
            + (without == 0
                ? "มีคะแนนรวมทุกหน่วยงาน"
                : $"มีคะแนนรวม {ThaiNumber.Count(now.Scored)} หน่วยงาน และไม่มีคะแนนรวม {ThaiNumber.Count(without)} หน่วยงาน ({Kinds(view)})")
            + (view.Model.Silent.IsEmpty ? "" : $" นอกจากนี้ มีหน่วยงานในทะเบียนที่ยังไม่มีข้อมูลคะแนนอีก {ThaiNumber.Count(view.Model.Silent.Length)} หน่วยงาน");
    }

    /// <summary>The total of an agency that its indicators do not allow.</summary>
    public static string Doubt(DoubtfulTotal doubt) =>
        $"คะแนนรวมตามประกาศของ{doubt.Row.AgencyName} ({ThaiNumber.Score(doubt.Row.Total)}) สูงกว่าคะแนนสูงสุดที่เป็นไปได้จากคะแนนรายตัวชี้วัด "
            + $"({ThaiNumber.Score(doubt.Highest)}) ควรตรวจสอบกับต้นเรื่อง";

    /// <summary>The title of a list of agencies without a total.</summary>
    public static string ListOf(WithoutTotal why) => why switch
    {
        WithoutTotal.NotProcessed => "หน่วยงานที่ไม่ประมวลผลคะแนนรวมตามเงื่อนไขของการประเมิน",
        WithoutTotal.NoData => "หน่วยงานที่ไม่มีข้อมูลคะแนนรวมหรือข้อมูลไม่ครบ",
        _ => "หน่วยงานที่ไม่เปิดเผยคะแนนรวม",
    };

    private static string Kinds(SummaryView view) => string.Join(" ", Enum.GetValues<WithoutTotal>()
        .Select(why => (Name: NameOf(why), Count: view.Summary.UnscoredFor(why).Count()))
        .Where(kind => kind.Count > 0)
        .Select(kind => $"{kind.Name} {ThaiNumber.Count(kind.Count)} หน่วยงาน"));

    /// <summary>The kind of reason in words.</summary>
    public static string NameOf(WithoutTotal why) => why switch
    {
        WithoutTotal.NotProcessed => "ไม่ประมวลผล",
        WithoutTotal.NoData => "ไม่มีข้อมูลหรือข้อมูลไม่ครบ",
        _ => "ไม่เปิดเผย",
    };

    /// <summary>Null without any total.</summary>
    public static string? Reached(SummaryView view) => view.Summary.Now is { Share: { } share } now
        ? $"หน่วยงานที่ได้คะแนนรวม {ThaiNumber.Points(view.Summary.Line)} ขึ้นไป มีจำนวน {ThaiNumber.Count(now.Reached)} "
            + $"หน่วยงาน คิดเป็นร้อยละ\u00a0{ThaiNumber.Score(share)} ของหน่วยงานที่มีคะแนนรวม{AgainstTarget(view, share)}"
        : null;

    /// <summary>Both means and why they may differ; null without any total.</summary>
    public static string? Means(SummaryView view) => view.Summary.Now switch
    {
        { MeanOfTotals: null } => null,
        { MeanOfTotals: { } mean, TotalOfMeans: { } total } =>
            $"ค่าเฉลี่ยของคะแนนรวมเท่ากับ {ThaiNumber.Points(mean)} ส่วนคะแนนรวมที่คำนวณจากค่าเฉลี่ยรายตัวชี้วัดเท่ากับ "
                + $"{ThaiNumber.Points(total)} {Difference(mean, total)}",
        { MeanOfTotals: { } mean } =>
            $"ค่าเฉลี่ยของคะแนนรวมเท่ากับ {ThaiNumber.Points(mean)} ส่วนคะแนนรวมจากค่าเฉลี่ยรายตัวชี้วัดคำนวณไม่ได้ เนื่องจากบางตัวชี้วัดไม่มีคะแนน",
    };

    /// <summary>Compares the agencies that have results in both years; null when there are no results of the year before.</summary>
    public static string? SinceBefore(SummaryView view)
    {
        if (view.Summary.YearBefore is not { } year)
        {
            return null;
        }

        if (view.Summary.Both is not { Now.MeanOfTotals: { } now, Before.MeanOfTotals: { } before } both)
        {
            return $"ไม่มีหน่วยงานที่มีคะแนนรวมทั้งในปีงบประมาณ พ.ศ. {year} และ พ.ศ. {view.Year} จึงไม่ได้เปรียบเทียบค่าเฉลี่ยของสองปี";
        }

        var change = Rounding.ToShown(now) - Rounding.ToShown(before);
        var moved = change switch
        {
            > 0 => $"เพิ่มขึ้น {ThaiNumber.Points(change)}",
            < 0 => $"ลดลง {ThaiNumber.Points(-change)}",
            _ => "เท่าเดิม",
        };
        return $"หน่วยงานที่มีคะแนนรวมทั้งสองปี จำนวน {ThaiNumber.Count(both.Now.Scored)} หน่วยงาน มีค่าเฉลี่ยของคะแนนรวม "
            + $"{ThaiNumber.Points(before)} ในปีงบประมาณ พ.ศ. {year} และ {ThaiNumber.Points(now)} ในปีงบประมาณ พ.ศ. {view.Year} {moved}"
            + (both.FrameChanged ? " ทั้งนี้ กรอบการประเมินของสองปีต่างกัน ผลต่างจึงแสดงแนวโน้มเท่านั้น" : "");
    }

    private static string AgainstTarget(SummaryView view, decimal share) => view.Target switch
    {
        null => "",
        { } target when Rounding.ToShown(share) >= target => $" เป็นไปตามค่าเป้าหมายไม่น้อยกว่าร้อยละ\u00a0{ThaiNumber.Plain(target)}",
        { } target =>
            $" ยังไม่ถึงค่าเป้าหมายไม่น้อยกว่าร้อยละ\u00a0{ThaiNumber.Plain(target)} โดยต่ำกว่าอยู่ {ThaiNumber.Score(target - Rounding.ToShown(share))} จุดร้อยละ",
    };

    private static string Difference(decimal mean, decimal total) => Rounding.ToShown(mean) == Rounding.ToShown(total)
        ? "ซึ่งเท่ากัน"
        : $"ต่างกัน {ThaiNumber.Points(Math.Abs(Rounding.ToShown(mean) - Rounding.ToShown(total)))} "
            + "เนื่องจากการปัดเศษ หรือบางหน่วยงานไม่มีคะแนนครบทุกตัวชี้วัดหรือมีคะแนนรวมที่ไม่สอดคล้องกับคะแนนรายตัวชี้วัด การอ้างอิงค่าเฉลี่ยจึงควรระบุว่าเป็นค่าใด";
}
