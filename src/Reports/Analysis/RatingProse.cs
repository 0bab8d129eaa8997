namespace Ita.Reports.Analysis;

/// <summary>The sentences about the total and its rating.</summary>
public static class RatingProse
{
    /// <summary>The total and rating, and whether the target of the year was reached.</summary>
    public static string Reached(AnalysisView view) => (view.Result.Total.Shown, view.Result.Rating) switch
    {
        ({ } total, _) when view.IsTotalInDoubt => $"{view.Agency} มีคะแนนรวมตามประกาศ {ThaiNumber.Points(total)}{AsPublished(view.Result.Rating)}",
        ({ } total, RatingOutcome.Decided decided) =>
            $"{view.Agency} มีผลการประเมินปีงบประมาณ พ.ศ. {view.Year} ในภาพรวม {ThaiNumber.Points(total)} "
                + $"อยู่ในระดับ “{decided.Band}” {AgainstTarget(view, total)}",
        ({ } total, _) => $"{view.Agency} มีผลการประเมินปีงบประมาณ พ.ศ. {view.Year} ในภาพรวม {ThaiNumber.Points(total)} {AgainstTarget(view, total)}",
        _ => $"{view.Agency} {WithoutTotal(view)}",
    };

    /// <summary>The total and rating with what contradicts them, for documents without an analysis.</summary>
    public static string ReachedWithDoubts(AnalysisView view) => view.Doubts.IsEmpty
        ? Reached(view)
        : $"{Reached(view)} ทั้งนี้ {string.Join(" ", view.Doubts)}";

    /// <summary>The reason for the rating, or why it is not decided; null when the total that decides it is in doubt.</summary>
    public static string? Why(AnalysisView view)
    {
        if (view.IsTotalInDoubt)
        {
            return null;
        }

        var why = view.Result.Rating.Why;
        return view.Because(view.Result.Rating is RatingOutcome.Decided { Next: { } next }
            ? why with { Places = why.Places.SetItem("blocks", ThaiList.And(next.Blocks.Select(block => Blocked(view, block)))) }
            : why);
    }

    /// <summary>The change of the total since the year before; null when either total is missing.</summary>
    public static string? SinceBefore(AnalysisView view)
    {
        if (view.Model.Previous is not { } previous || view.IsTotalInDoubt || view.Change(view.Result.Total) is not { } change)
        {
            return null;
        }

        var rated = previous.Rating.BandName is { } band ? $" (ระดับ “{band}”)" : "";
        var moved = change switch
        {
            > 0 => $"เพิ่มขึ้น {ThaiNumber.Points(change)}",
            < 0 => $"ลดลง {ThaiNumber.Points(-change)}",
            _ => "เท่าเดิม",
        };
        return $"เมื่อเปรียบเทียบกับปีงบประมาณ พ.ศ. {previous.Year} ซึ่งได้ {ThaiNumber.Points(previous.Total.Shown!.Value)}{rated} คะแนนรวม{moved}";
    }

    /// <summary>The rating as shown in the result box.</summary>
    public static string RatingLabel(RatingOutcome rating) => rating switch
    {
        RatingOutcome.Decided decided => decided.Band,
        RatingOutcome.Undecided open => ThaiList.Or(open.Candidates),
        _ => "ไม่มีระดับผลการประเมิน",
    };

    /// <summary>What the rating in the result box is: that of the scores, or only what was published beside a doubtful total.</summary>
    public static string RatingTitle(AnalysisView view) => !view.IsTotalInDoubt ? "ระดับผลการประเมิน"
        : IsPublished(view.Result.Rating) ? "ระดับตามประกาศ" : "ระดับตามคะแนนรวมที่ประกาศ";

    /// <summary>The score of a condition that is not met: a figure, a range, or a dash.</summary>
    public static string Figure(Shortfall block) => block.Range is { } range ? ThaiNumber.Range(range) : ThaiNumber.Score(block.Score);

    private static string AsPublished(RatingOutcome rating) =>
        IsPublished(rating) && rating.BandName is { } band ? $" และระดับตามประกาศ “{band}”" : "";

    private static bool IsPublished(RatingOutcome rating) => rating.Why.Code == "rating-as-published";

    private static string Blocked(AnalysisView view, Shortfall block)
    {
        var reached = block.Score is null && block.Range is null ? "ไม่มีคะแนน" : $"ได้ {Figure(block)}\u00a0คะแนน";
        return $"{view.Names.Brief(new(block.What))} {reached} (เกณฑ์ {ThaiNumber.Score(block.Needed)})";
    }

    private static string WithoutTotal(AnalysisView view)
    {
        var year = $"ของปีงบประมาณ พ.ศ. {view.Year}";
        return (view.Result.Total.StatusShown, view.Result.Rating) switch
        {
            (ScoreStatus.Bounded, RatingOutcome.Decided decided) =>
                $"ทราบคะแนนในภาพรวม{year} เพียงช่วง {Range(view)} ซึ่งอยู่ในระดับ “{decided.Band}” ทั้งช่วง",
            (ScoreStatus.Bounded, _) => $"ทราบคะแนนในภาพรวม{year} เพียงช่วง {Range(view)}",
            (ScoreStatus.NotProcessed, _) => $"ไม่ได้รับการประมวลผลคะแนนในภาพรวม{year}",
            (ScoreStatus.Withheld, _) => $"ไม่เปิดเผยคะแนนในภาพรวม{year}",
            _ => $"ไม่มีข้อมูลคะแนนในภาพรวม{year}",
        };
    }

    private static string Range(AnalysisView view) => $"{AnalysisView.Figure(view.Result.Total)}\u00a0คะแนน";

    private static string AgainstTarget(AnalysisView view, decimal total)
    {
        var target = view.Framework.Rating.Target.Value;
        return total >= target
            ? $"ซึ่งเป็นไปตามค่าเป้าหมายที่กำหนดไว้ไม่น้อยกว่า {ThaiNumber.Points(target)}"
            : $"ซึ่งยังไม่ถึงค่าเป้าหมายที่กำหนดไว้ไม่น้อยกว่า {ThaiNumber.Points(target)} โดยขาดอีก {ThaiNumber.Points(target - total)}";
    }
}
