using System.Collections.Immutable;

namespace Ita.Domain.Settings;

/// <summary>The kinds of documents that settings can name, by code, with their Thai names. A test compares them with the kinds of reports.</summary>
public static class DocumentKinds
{
    public static ImmutableArray<(string Code, string NameTh)> All { get; } =
    [
        ("analysis", "รายงานการวิเคราะห์"),
        ("measures", "มาตรการ"),
        ("follow-up", "รายงานผลการดำเนินการ"),
        ("memo", "บันทึกข้อความ"),
        ("follow-up-memo", "บันทึกข้อความรายงานผล"),
        ("circular", "หนังสือเวียน"),
        ("check", "แบบตรวจสอบร่าง"),
        ("appeals", "บันทึกการขอทบทวนผล"),
    ];
}
