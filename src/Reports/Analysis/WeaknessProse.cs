namespace Ita.Reports.Analysis;

/// <summary>The sentences about scores below the pass line. What has no score is never said to be above it.</summary>
internal sealed class WeaknessProse
{
    // Of longer lists only the lowest are named.
    private const int Named = 5;

    private readonly string line;
    private readonly ImmutableArray<Figure> indicators;
    private readonly ImmutableArray<Figure> items;

    private WeaknessProse(AnalysisView view)
    {
        line = $"{ThaiNumber.Plain(view.Thresholds.Pass)}\u00a0คะแนน";
        indicators = [.. view.Indicators.Select(node => new Figure(view.Names.Full(node.Key), node.Shown, view.ClassOf(node.Shown)))];
        items = view.Tables.IsEmpty
            ? []
            : [.. ItemFigure.List(view.Result, view.Framework, view.Thresholds)
                .Select(item => new Figure(view.Names.Full(new(item.Code)), item.Shown, item.Class))];
    }

    /// <summary>What is below the line: the indicators by name, and the number of items with the lowest of them.</summary>
    public static string Write(AnalysisView view) => new WeaknessProse(view).Write();

    /// <summary>Text before a sentence that denies something of all scores: how many scores there are, when some are missing.</summary>
    public static string Among(AnalysisView view) => new WeaknessProse(view).Among();

    private string Write()
    {
        string[] weak = [.. new[] { Found("ตัวชี้วัด", indicators), Found("ข้อ", items) }.OfType<string>()];
        return weak.Length > 0 ? $"มี{string.Join(" และมี", weak)}"
            : !Scored(indicators.AddRange(items)).Any() ? "ไม่มีคะแนนรายตัวชี้วัดและรายข้อ จึงยังไม่ได้วิเคราะห์ข้อบกพร่องหรือจุดอ่อน"
            : IsComplete ? $"ไม่พบตัวชี้วัด{(items.IsEmpty ? "" : "หรือข้อ")}ที่ได้คะแนนน้อยกว่า {line}"
            : ThaiList.And(new[] { Reached("ตัวชี้วัด", indicators), Reached("ข้อ", items) }.OfType<string>());
    }

    private string Among() => IsComplete
        ? ""
        : $"จาก{ThaiList.And(new[] { Count("ตัวชี้วัด", indicators), Count("ข้อ", items) }.OfType<string>())} ";

    private bool IsComplete => indicators.Concat(items).All(figure => figure.Shown is not null);

    private string? Found(string kind, ImmutableArray<Figure> figures)
    {
        var weak = figures.Where(figure => figure.Class == ScoreClass.Urgent).OrderBy(figure => figure.Shown).ToList();
        if (weak.Count == 0)
        {
            return null;
        }

        var lowest = weak.Where(figure => figure.Shown == weak[0].Shown).ToList();
        return $"{kind}ที่ได้คะแนนน้อยกว่า {line} จำนวน {ThaiNumber.Count(weak.Count)} {kind} " + (weak.Count <= Named
            ? $"ได้แก่ {ThaiList.And(weak.Select(figure => $"{figure.Name} ({ThaiNumber.Points(figure.Shown!.Value)})"))}"
            : $"คะแนนต่ำสุด คือ {Names(kind, lowest)} ({ThaiNumber.Points(weak[0].Shown!.Value)})");
    }

    private static string Names(string kind, List<Figure> figures) => figures.Count <= Named
        ? ThaiList.And(figures.Select(figure => figure.Name))
        : $"{kind}จำนวน {ThaiNumber.Count(figures.Count)} {kind}";

    private string? Reached(string kind, ImmutableArray<Figure> figures)
    {
        var (scored, all) = (Scored(figures).Count(), figures.Length);
        return scored == 0 ? null
            : $"{kind}ที่มีคะแนน {ThaiNumber.Count(scored)} {kind} ได้ตั้งแต่ {line}ขึ้นไปทุก{kind}"
                + (scored == all ? "" : $" ส่วนอีก {ThaiNumber.Count(all - scored)} {kind}ไม่มีคะแนน");
    }

    private static string? Count(string kind, ImmutableArray<Figure> figures) => figures.IsEmpty ? null
        : $"{kind}ที่มีคะแนน {ThaiNumber.Count(Scored(figures).Count())} จาก {ThaiNumber.Count(figures.Length)} {kind}";

    private static IEnumerable<Figure> Scored(IEnumerable<Figure> figures) => figures.Where(figure => figure.Shown is not null);

    private sealed record Figure(string Name, decimal? Shown, ScoreClass? Class);
}
