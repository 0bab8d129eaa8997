using Ita.App.Access.Pages;
using Ita.App.Frameworks;
using Ita.App.Health.Pages;
using Ita.App.Measures.Pages;

namespace Ita.App.Desk;

/// <summary>The links of the desk.</summary>
internal static class DeskLinks
{
    private const string Root = PageRoutes.Root;

    /// <summary>What the scope of the key allows, the special parts first.</summary>
    public static IEnumerable<DeskPart> PartsOf(KeyHolder holder, int year)
    {
        if (holder.Scope == KeyScope.Operator)
        {
            yield return new("ดูแลระบบ", OfOperator);
        }

        yield return holder.Agency is { } agency ? new($"หน่วยงาน {agency}", OfAgency(agency, year)) : new("ประเมิน", OfAssessor(year));
        yield return new("ทั่วไป", ForAll);
    }

    private static ImmutableArray<DeskLink> OfOperator =>
    [
        new("กุญแจทั้งหมด", KeyListPages.Address, "ออกและเพิกถอนกุญแจ"),
        new("บันทึกการใช้งาน", AuditPages.Address, "ใครทำอะไรเมื่อใด"),
        new("กรอบการประเมิน", FrameworkPages.Address, "ปีที่มี รุ่น และการส่งกรอบของปีใหม่"),
        new("ระบบ", SystemPages.Address, "ความพร้อม คิวงาน และกำหนดการประจำปี"),
    ];

    private static ImmutableArray<DeskLink> ForAll =>
    [
        new("ไฟล์ที่ส่ง", $"{Root}/uploads", "ส่งไฟล์คะแนนและดูผลการอ่าน"),
        new("ค้นหาผลที่ประกาศแล้ว", $"{Root}/search", "ตามชื่อ จังหวัด และประเภท"),
        new("เปลี่ยนหรือเลิกใช้กุญแจ", $"{Root}/key", "กุญแจที่เบราว์เซอร์นี้ใช้อยู่"),
    ];

    private static ImmutableArray<DeskLink> OfAgency(string agency, int year) =>
    [
        new("ผลและรายงาน", PageRoutes.Result(year, agency), FormattableString.Invariant($"ปีงบประมาณ พ.ศ. {year}")),
        new("แผนมาตรการและการติดตาม", PlanPages.Address(year, agency), "มาตรการ หลักฐาน และรายงานผล"),
        new("การเก็บแบบวัด", Of("surveys", agency, year), "จำนวนผู้ตอบและที่อยู่ของแบบวัด"),
        new("การขอทบทวนผล", Of("appeals", agency, year), "ความเห็นต่อผลฉบับร่าง คำตอบ และประวัติ"),
        new("ข้อคิดเห็น", Of("remarks", agency, year), "สิ่งที่ผู้ตอบและผู้ประเมินเขียนไว้ จำแนกตามประเด็น"),
        new("แบบฟอร์มกรอกคะแนน", Of("forms", agency, year), "ไฟล์เปล่าของหน่วยงาน"),
        new("การตั้งค่าเอกสาร", Of("settings", agency, year), "เกณฑ์ ผู้รับ และผู้ลงนาม"),
        new("หัวบันทึกข้อความ", Of("heads", agency, year) + "/memo", "เลขที่ วันที่ เรื่อง และผู้ลงนาม"),
        new("ตราของหน่วยงาน", Of("emblems", agency, year), "ภาพบนบันทึกข้อความและหนังสือเวียน"),
    ];

    private static ImmutableArray<DeskLink> OfAssessor(int year) =>
    [
        new("หน่วยงาน", $"{Root}/agencies", "ใครยังไม่ส่ง เป็นร่าง หรือประกาศแล้ว และการประกาศผล"),
        new("ภาพรวมจังหวัดและประเทศ", FormattableString.Invariant($"{Root}/summaries/{year}"), "ค่าเฉลี่ย ระดับ และสัดส่วนที่ถึงเป้าหมาย"),
        new("งานพิมพ์ทั้งชุด", $"{Root}/runs", "เริ่ม ดูความคืบหน้า และรับ ZIP"),
        new("การเก็บแบบวัด", $"{Root}/survey-years", "กำหนดช่วงเก็บ ปิดรับ และเปิดรับอีกครั้ง"),
        new("การขอทบทวนผล", FormattableString.Invariant($"{Root}/appeals/{year}"), "ช่วงรับความเห็น ความเห็นที่รอคำตอบ และคำตอบ"),
        new("อันดับ", $"{Root}/rankings", FormattableString.Invariant($"ปีงบประมาณ พ.ศ. {year}")),
    ];

    private static string Of(string place, string agency, int year) =>
        FormattableString.Invariant($"{Root}/{place}/{year}/{Uri.EscapeDataString(agency)}");
}
