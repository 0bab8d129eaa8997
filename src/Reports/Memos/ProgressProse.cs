using Ita.Reports.FollowUps;
using Ita.Reports.Measures;

namespace Ita.Reports.Memos;

/// <summary>The sentences about the progress of the measures, counted as the follow-up report counts them.</summary>
internal static class ProgressProse
{
    /// <summary>The measures by status, their mean progress and, when the day is known, the rounds.</summary>
    public static string Write(MemoView view)
    {
        var measures = view.Model.Measures;
        var active = measures.Where(measure => measure.Status != MeasureStatus.Cancelled).ToList();
        return active.Count == 0
            ? "ไม่มีมาตรการที่อยู่ระหว่างการติดตาม"
            : $"ผลการดำเนินการ{AsOf(view)} {ByStatus(measures)} ความก้าวหน้าเฉลี่ย{FollowUpText.Percent(active.Average(measure => measure.Percent))}"
                + (view.Model.Today is { } today ? $" {Rounds(measures, active, today)}" : "");
    }

    private static string AsOf(MemoView view) => view.Model.Today is { } today ? $" ข้อมูล ณ วันที่ {ThaiDate.Full(today)}" : "";

    private static string ByStatus(IReadOnlyCollection<Measure> measures) => ThaiList.And(
        new[] { MeasureStatus.Done, MeasureStatus.Started, MeasureStatus.Planned, MeasureStatus.Cancelled }
            .Select(status => (status, Count: measures.Count(measure => measure.Status == status)))
            .Where(one => one.Count > 0 || one.status != MeasureStatus.Cancelled)
            .Select(one => $"{MeasureText.Status(one.status)} {ThaiNumber.Count(one.Count)} มาตรการ"));

    private static string Rounds(IReadOnlyCollection<Measure> measures, List<Measure> active, DateOnly today)
    {
        var rounds = measures.SelectMany(measure => FollowUp.Compute(measure, today)).GroupBy(state => state.Round)
            .Where(states => states.Any(state => state.Report is not null || today > state.Due))
            .Select(states => $"{FollowUpText.Round(states.Key)} "
                + $"รายงานแล้ว {ThaiNumber.Count(states.Count(state => state.Report is not null))} มาตรการ "
                + $"เกินกำหนดรายงาน {ThaiNumber.Count(states.Count(state => state.IsOverdue))} มาตรการ");
        return string.Join(" ", rounds) is { Length: > 0 } text ? text : $"ยังไม่ครบกำหนดรายงาน {ThaiNumber.Count(active.Count)} มาตรการ";
    }
}
