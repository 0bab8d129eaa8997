using Ita.Domain;
using Ita.Reports.Circulars;
using Ita.Reports.Documents;
using Ita.Reports.Measures;
using Ita.Reports.Memos;
using Ita.Reports.Tests.Analysis;
using Ita.Reports.Tests.Measures;

namespace Ita.Reports.Tests.Memos;

/// <summary>Memos and circular letters of the agencies of the seed documents.</summary>
internal static class Letters
{
    public static MemoModel Memo(ReportKind about) => Memo(about, Plans.Ekkarat());

    public static MemoModel Memo(ReportKind about, MeasuresModel plan)
    {
        var head = new LetterHead
        {
            Addressee = "นายกองค์การบริหารส่วนตำบลเอกราช",
            Unit = "สำนักปลัด องค์การบริหารส่วนตำบลเอกราช",
            Signatories = [new("นักวิเคราะห์นโยบายและแผน"), new("หัวหน้าสำนักปลัด"), new("ปลัดองค์การบริหารส่วนตำบล")],
        };
        return new(plan.Result, plan.Framework, plan.Thresholds, plan.Measures, about, head, 1, Examples.ComputedAt)
        {
            Today = about == ReportKind.FollowUp ? new(2024, 5, 2) : null,
        };
    }

    /// <summary>As in seed 002, which distributed its plan in April 2024.</summary>
    public static CircularModel Circular() => new(
        Examples.Narathiwat().Result.Agency,
        FiscalYear.FromBuddhistEra(2566),
        FiscalYear.FromBuddhistEra(2567),
        ReportKind.Measures,
        new()
        {
            Addressee = "หัวหน้าส่วนราชการบริหารส่วนภูมิภาค",
            Number = "นธ 0017.5/ว",
            Address = ["ศาลากลางจังหวัดนราธิวาส", "ถนนศูนย์ราชการ นธ 96000"],
            Date = new(2024, 4, 30),
            Signatories = [new("ผู้ว่าราชการจังหวัดนราธิวาส")],
            Contact = ["สำนักงานจังหวัด", "กลุ่มงานบริหารทรัพยากรบุคคล"],
        },
        new("https://ita.example.go.th/api/v1/reports/2566/10/measures?format=pdf"),
        1,
        Examples.ComputedAt);
}
