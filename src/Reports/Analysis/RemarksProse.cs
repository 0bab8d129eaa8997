using Ita.Domain.Remarks;
using Ita.Domain.Responses;

namespace Ita.Reports.Analysis;

/// <summary>The sentences about remarks, in the analysis and on the page.</summary>
public static class RemarksProse
{
    /// <summary>Why a text has words in brackets.</summary>
    public const string Masked = "ข้อมูลส่วนบุคคลในข้อความแสดงเป็นคำในวงเล็บเหลี่ยม และไม่มีข้อมูลว่าผู้ใดเขียนหรือเขียนเมื่อใด";

    /// <summary>How many remarks there are, by instrument.</summary>
    public static string Counted(ImmutableArray<RemarkSet> sets) =>
        $"ได้รับข้อคิดเห็นจากแบบวัด {string.Join(" ", sets.Select(set => $"{set.Instrument} {ThaiNumber.Count(set.Count)} ข้อ"))}";

    /// <summary>A sentence for each instrument of which nothing is shown.</summary>
    public static IEnumerable<string> Withheld(ImmutableArray<RemarkSet> sets) => sets.Where(set => set.IsWithheld).Select(set =>
        $"ไม่แสดงข้อคิดเห็นจากแบบวัด {set.Instrument} เพราะมีน้อยกว่า {ThaiNumber.Count(Suppression.FewestPeople)} ข้อ ซึ่งอาจทำให้ทราบตัวผู้เขียน");

    /// <summary>The issue or indicator of a group.</summary>
    public static string Heading(RemarkGroup group) => group switch
    {
        { Issue: { } issue } => $"ประเด็นที่\u00a0{issue} {group.Title}".TrimEnd(),
        { Indicator: { } indicator } => $"ตัวชี้วัดที่\u00a0{indicator} {group.Title}",
        _ => "เรื่องอื่น",
    };

    /// <summary>What a remark is about: the code of its item, or the instrument with its indicator.</summary>
    public static string Source(Remark remark) => remark.Item is not { } item ? remark.Instrument
        : item.StartsWith("IND", StringComparison.Ordinal) ? $"{remark.Instrument} ตัวชี้วัดที่\u00a0{item["IND".Length..]}"
        : item;

    /// <summary>How many more remarks of a group there are.</summary>
    public static string More(int count) => $"และอีก {ThaiNumber.Count(count)} ข้อ";
}
