namespace Ita.Reports.Measures;

/// <summary>The sentences about what an issue measures and what its scores say. They use the figures of the tables.</summary>
internal static class IssueProse
{
    // Of longer lists only the number is written.
    private const int Named = 5;

    /// <summary>The items of an issue by indicator, or its indicators with their scores; null when the items of the issue are not known.</summary>
    public static string? Scope(MeasuresView view, IssueBlock block)
    {
        if (block.Items.IsEmpty)
        {
            return null;
        }

        return view.Analysis.Tables.IsEmpty
            ? $"ประเด็นนี้พิจารณาจากคะแนนของตัวชี้วัดที่มีข้อคำถามของประเด็น ได้แก่ {ThaiList.And(block.Indicators.Select(node => Scored(view, node)))}"
            : $"ประเด็นนี้พิจารณาจากข้อคำถาม {ThaiNumber.Count(block.Items.Length)} ข้อ ได้แก่ "
                + ThaiList.And(block.Indicators.Select(node => $"{view.Analysis.Names.Full(node.Key)} (ข้อ\u00a0{Codes(view, block, node)})"));
    }

    /// <summary>What the scores of an issue without weaknesses say; null when the items of the issue are not known.</summary>
    public static string? NoneWeak(MeasuresView view, IssueBlock block) => block switch
    {
        { Items.IsEmpty: true } => null,
        { Scored: > 0 } => OfItems(view, block),
        _ => OfIndicators(view, block),
    };

    /// <summary>How the weaknesses of an issue are spread over what was asked of staff and the public, and what the assessor checked.</summary>
    public static string Weak(MeasuresView view, IssueBlock block)
    {
        var asked = block.Weak.GroupBy(row => view.SourceOf(row.Key)).OrderBy(rows => rows.Key)
            .Select(rows => $"{view.Named(rows.Select(row => row.Key))} {Means(rows.Key)}");
        return $"จากการวิเคราะห์ {ThaiList.And(asked)}{Tail(block)}";
    }

    private static string OfItems(MeasuresView view, IssueBlock block)
    {
        var line = Line(view);
        var scored = block.Items.Where(item => item.Shown is not null).ToList();
        var lowest = scored.Where(item => item.Shown == scored.Min(one => one.Shown)).ToList();
        var found = block.Unscored == 0
            ? $"ไม่พบข้อที่ได้คะแนนน้อยกว่า {line} ควรรักษามาตรฐานและพัฒนาให้ดีขึ้นอย่างต่อเนื่อง"
            : $"ข้อที่มีคะแนน {ThaiNumber.Count(block.Scored)} ข้อ ได้ตั้งแต่ {line}ขึ้นไปทุกข้อ "
                + $"ส่วนอีก {ThaiNumber.Count(block.Unscored)} ข้อไม่มีคะแนน จึงยังสรุปผลของประเด็นนี้ไม่ได้";
        var low = ThaiNumber.Points(lowest[0].Shown!.Value);
        return lowest.Count == scored.Count && scored.Count > 1
            ? $"{found} ทุกข้อที่มีคะแนนได้ {low}"
            : $"{found} ข้อที่ได้คะแนนต่ำสุดของประเด็น{Those([.. lowest.Select(item => $"ข้อ\u00a0{item.Code}")], "ข้อ")} ({low})";
    }

    private static string OfIndicators(MeasuresView view, IssueBlock block)
    {
        var scored = block.Indicators.Where(node => node.Shown is not null).ToList();
        if (scored.Count == 0)
        {
            return "ไม่มีข้อมูลคะแนนของประเด็นนี้ จึงยังไม่ได้วิเคราะห์ข้อบกพร่องหรือจุดอ่อน";
        }

        var low = scored.Min(node => node.Shown)!.Value;
        if (low < view.Model.Thresholds.Pass)
        {
            return "ไม่มีข้อมูลคะแนนรายข้อของประเด็นนี้ จึงยังไม่ได้วิเคราะห์รายข้อ";
        }

        var missing = block.Indicators.Length - scored.Count;
        var found = (view.Analysis.Tables.IsEmpty ? "" : "ไม่มีข้อมูลคะแนนรายข้อของประเด็นนี้ ") + (missing == 0
            ? $"ตัวชี้วัดที่เกี่ยวข้องได้ตั้งแต่ {Line(view)}ขึ้นไปทุกตัวชี้วัด"
            : $"ตัวชี้วัดที่เกี่ยวข้องที่มีคะแนน {ThaiNumber.Count(scored.Count)} ตัวชี้วัด ได้ตั้งแต่ {Line(view)}ขึ้นไปทุกตัวชี้วัด "
                + $"ส่วนอีก {ThaiNumber.Count(missing)} ตัวชี้วัดไม่มีข้อมูลคะแนน จึงยังสรุปผลของประเด็นนี้ไม่ได้");
        var lowest = scored.Where(node => node.Shown == low).Select(node => view.Analysis.Names.Brief(node.Key)).ToList();
        return $"{found} ตัวชี้วัดที่ได้คะแนนต่ำสุดของประเด็น{Those(lowest, "ตัวชี้วัด")} ({ThaiNumber.Points(low)})";
    }

    private static string Means(WeaknessSource source) => source switch
    {
        WeaknessSource.Staff => "เป็นการรับรู้ของบุคลากรภายในหน่วยงาน ซึ่งผู้ตอบบางส่วนยังไม่ได้ให้คะแนนในระดับสูงสุด",
        WeaknessSource.Public => "เป็นการรับรู้ของผู้รับบริการหรือผู้มาติดต่อหน่วยงาน ซึ่งผู้ตอบบางส่วนยังไม่ได้ให้คะแนนในระดับสูงสุด",
        WeaknessSource.Website => "เป็นผลการตรวจการเปิดเผยข้อมูลบนเว็บไซต์ของหน่วยงาน ซึ่งยังไม่ครบถ้วนตามหลักเกณฑ์ที่กำหนด",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "A source without a sentence."),
    };

    private static string Tail(IssueBlock block) => block.Weak.All(row => row.Key == row.Code) || (block.Number is not null && block.Scored == 0)
        ? ""
        : " ทั้งนี้ คะแนนตัวชี้วัดเป็นค่าเฉลี่ย จึงไม่แสดงว่าข้อใดในตัวชี้วัดเป็นจุดอ่อน";

    private static string Those(List<string> names, string kind) =>
        names.Count <= Named ? $" คือ {ThaiList.And(names)}" : $"มีจำนวน {ThaiNumber.Count(names.Count)} {kind}";

    private static string Scored(MeasuresView view, ScoreNode node) => node.Shown is { } shown
        ? $"{view.Analysis.Names.Full(node.Key)} ({ThaiNumber.Points(shown)})"
        : $"{view.Analysis.Names.Full(node.Key)} (ไม่มีข้อมูลคะแนน)";

    private static string Codes(MeasuresView view, IssueBlock block, ScoreNode node)
    {
        var known = block.Items.Select(item => item.Code).ToHashSet();
        return ThaiList.Codes(view.Model.Framework.Items
            .Where(item => known.Contains(item.Code) && ScoreKey.Indicator(item.Indicator).Code == node.Key.Code).Select(item => item.Code));
    }

    private static string Line(MeasuresView view) => $"{ThaiNumber.Plain(view.Model.Thresholds.Pass)}\u00a0คะแนน";
}
