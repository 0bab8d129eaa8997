using Ita.App.Delivery;
using Ita.App.Jobs;

namespace Ita.App.Health.Pages;

/// <summary>The state of the system.</summary>
/// <param name="Browser">A browser for printing is installed.</param>
/// <param name="Schedule">The schedule of the annual run as it is set; null when it is not.</param>
/// <param name="Next">The next annual run; null when there is none.</param>
/// <param name="Version">Identifies the build of the program.</param>
/// <param name="Done">A message about the form that was carried out; null for none.</param>
public sealed record SystemView(
    DateTimeOffset At,
    StorageState Storage,
    bool Browser,
    ImmutableArray<QueueLength> Queues,
    string? Schedule,
    AnnualStart? Next,
    string Version,
    string? Done)
{
    /// <summary>The ways on which letters are sent.</summary>
    public ImmutableArray<DeliveryWay> Ways { get; init; } = [];

    /// <summary>The outcomes of the letters of the last days.</summary>
    public ImmutableArray<DeliveryCount> Sent { get; init; } = [];

    /// <summary>What is checked, and whether it works.</summary>
    public ImmutableArray<(string What, bool Works)> Checks =>
    [
        ("ที่เก็บไฟล์ (blob)", Storage.Blobs),
        ("คิวงาน (queue)", Storage.Queues),
        ("ตารางข้อมูล (table)", Storage.Tables),
        ("โครงสร้างที่เก็บข้อมูลครบ", Storage.SetUp),
        ("ที่ว่างสำหรับบันทึก", Storage.Space),
        ("โปรแกรมพิมพ์รายงาน", Browser),
    ];

    public static string NameOf(string queue) => queue switch
    {
        StorageNames.Queues.Ingest => "อ่านไฟล์ที่ส่ง",
        StorageNames.Queues.Score => "คำนวณคะแนน",
        StorageNames.Queues.Render => "พิมพ์รายงานที่สั่งทีละฉบับ",
        StorageNames.Queues.RenderBatch => "พิมพ์รายงานของการประมวลผลทั้งชุด",
        StorageNames.Queues.RenderApart => "พิมพ์รายงานที่ใช้เวลานาน",
        StorageNames.Queues.Plan => "วางแผนการประมวลผลทั้งชุด",
        StorageNames.Queues.OtpOutbox => "ส่งรหัสผ่านครั้งเดียว",
        StorageNames.Queues.OtpLetters => "ข้อความรหัสผ่านที่รอส่ง",
        _ => queue,
    };
}

/// <param name="Year">The fiscal year that the run is about.</param>
public sealed record AnnualStart(DateTimeOffset At, FiscalYear Year);
