using Ita.Reports.Summaries;

namespace Ita.App.Runs.Pages;

/// <summary>Runs in Thai.</summary>
internal static class RunWords
{
    public static string Kind(string code) =>
        code == RunOrder.Result ? "คำนวณคะแนนใหม่" : ReportKind.All.First(kind => kind.Code == code).Title;

    public static string State(string state) => state switch
    {
        "planning" => "กำลังวางแผน",
        "running" => "กำลังพิมพ์",
        "paused" => "หยุดพัก",
        "cancelled" => "ยกเลิกแล้ว",
        "failed" => "ทำไม่สำเร็จ",
        "finished" => "เสร็จแล้ว",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a name."),
    };

    /// <summary>The agencies of a run.</summary>
    public static string Scope(RunBrief run)
    {
        var scope = run.Group;
        return scope switch
        {
            { IsNation: true } => ScopeTitle.Nation,
            { IsList: true } => $"{scope.Agencies.Length} หน่วยงานตามรายชื่อ",
            _ => ScopeTitle.OfAsked(scope.Province, scope.Type),
        };
    }

    /// <summary>A time span in hours, minutes and seconds.</summary>
    public static string Left(long seconds) => TimeSpan.FromSeconds(seconds) switch
    {
        { TotalMinutes: < 1 } => $"{seconds} วินาที",
        { TotalHours: < 1 } left => $"{left.Minutes} นาที {left.Seconds} วินาที",
        var left => $"{(int)left.TotalHours} ชั่วโมง {left.Minutes} นาที",
    };

    public static string Verb(string name) => name switch
    {
        "pause" => "หยุดพัก",
        "resume" => "ทำต่อ",
        "cancel" => "ยกเลิกงาน",
        _ => "ทำรายการที่ไม่สำเร็จอีกครั้ง",
    };
}
