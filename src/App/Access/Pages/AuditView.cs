using Ita.Reports.Text;

namespace Ita.App.Access.Pages;

/// <summary>What the form of the audit log asks for.</summary>
/// <param name="Month">For example 2026-11, in UTC.</param>
/// <param name="Action">The code of an action; null for all.</param>
/// <param name="Who">The id of a key; null for all.</param>
public sealed record AuditFilter(string Month, string? Action, string? Who)
{
    public bool Holds(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (Action is null || entry.What == Action) && (Who is null || entry.By == Who);
    }

    /// <summary>The query of this filter.</summary>
    public string Query(int page = 1) =>
        PageQuery.Of(("month", Month), ("action", Action), ("who", Who), ("page", PageQuery.Page(page)));
}

/// <summary>One page of the audit log of a month.</summary>
/// <param name="Months">To choose from, the newest first.</param>
/// <param name="Actions">The codes of the month's actions.</param>
/// <param name="Holders">The ids of the keys that acted in the month.</param>
/// <param name="Chosen">The entries that the filter leaves, the newest first.</param>
public sealed record AuditView(
    AuditFilter Filter,
    ImmutableArray<string> Months,
    ImmutableArray<string> Actions,
    ImmutableArray<string> Holders,
    Paged<AuditEntry> Chosen);

internal static class AuditWords
{
    private static readonly Dictionary<string, string> Actions = new(StringComparer.Ordinal)
    {
        ["key-created"] = "ออกกุญแจ",
        ["key-revoked"] = "เพิกถอนกุญแจ",
        ["published"] = "ประกาศผล",
        ["survey-set"] = "กำหนดช่วงเก็บแบบวัด",
        ["framework-stored"] = "เก็บกรอบการประเมิน",
        ["survey-closed"] = "ปิดรับแบบวัด",
        ["survey-reopened"] = "เปิดรับแบบวัดอีกครั้ง",
        ["survey-code-made"] = "ออกรหัสตอบแบบวัด",
        ["queue-retried"] = "ส่งงานที่ทำไม่สำเร็จกลับเข้าคิว",
    };

    /// <summary>The name of an action; its code when it has none.</summary>
    public static string Of(string action) => Actions.GetValueOrDefault(action, action);

    /// <summary>A month of the log in Thai.</summary>
    public static string MonthOf(string month) => CommonEraDay.ReadMonth(month, nameof(month)).Day is { } day ? ThaiDate.Month(day) : month;
}
