namespace Ita.Reports.Measures;

/// <summary>The column การวิเคราะห์: how far a score is below the limit, its change since the year before, and the lower part.</summary>
internal sealed class WeaknessDetail
{
    private readonly MeasuresView view;
    private readonly Dictionary<string, YearChange> changes;

    public WeaknessDetail(MeasuresView view)
    {
        this.view = view;
        var years = view.Analysis.Years;
        changes = years is null
            ? []
            : years.Items.Concat(years.Indicators).GroupBy(row => row.Code).ToDictionary(rows => rows.Key, rows => rows.First());
    }

    /// <summary>The sentences about one weakness, with what is known only.</summary>
    public IEnumerable<string> Write(WeakRow row)
    {
        if (row.Score is { } score && score < view.Model.Thresholds.Pass)
        {
            var limit = view.Model.Thresholds.Pass;
            yield return $"ต่ำกว่า {ThaiNumber.Plain(limit)}\u00a0คะแนน อยู่ {ThaiNumber.Points(limit - score)}";
        }

        if (changes.GetValueOrDefault(row.Key) is { Before: { } before, Change: { } change } known)
        {
            yield return $"{Moved(change)}ปีงบประมาณ พ.ศ. {view.Analysis.Years!.From} ซึ่งได้ {ThaiNumber.Points(before)}{Caution(known)}";
        }

        if (LowerPart(row) is { } part)
        {
            yield return part;
        }
    }

    private static string Moved(decimal change) => change switch
    {
        > 0 => $"เพิ่มขึ้น {ThaiNumber.Points(change)} จาก",
        < 0 => $"ลดลง {ThaiNumber.Points(-change)} จาก",
        _ => "เท่ากับ",
    };

    private static string Caution(YearChange change) => change.FrameChanged ? " (วิธีการประเมินต่างกัน)" : "";

    // Only parts that were stated: which part a computed score belongs to is not known.
    private string? LowerPart(WeakRow row)
    {
        if (!view.Items.TryGetValue(row.Key, out var item) || item.InParts.Length != 2)
        {
            return null;
        }

        var (low, high) = item.InParts[0].Shown <= item.InParts[1].Shown ? (item.InParts[0], item.InParts[1]) : (item.InParts[1], item.InParts[0]);
        return low.Shown == high.Shown || low.Key.Part is null || high.Key.Part is null
            ? null
            : $"{NameOf(low)} ({ThaiNumber.Points(low.Shown!.Value)}) ต่ำกว่า {NameOf(high)} ({ThaiNumber.Points(high.Shown!.Value)})";
    }

    private string NameOf(ScoreNode node) => view.Analysis.Names.Brief(new(node.Key.Part!));
}
