using System.Collections.Immutable;

namespace Ita.Domain.Settings;

/// <summary>A chapter that an agency can leave out of a document or add to it. A document asks <see cref="ReportSettings.Prints"/> before it writes
/// the chapter; a new chapter is one line here and one in the document.</summary>
/// <param name="Kind">The code of the kind of document.</param>
/// <param name="Code">The kind, a full stop, and the chapter: the name in settings.</param>
/// <param name="NameTh">As officers call it.</param>
/// <param name="IsUsual">Whether it is printed when the settings do not mention it.</param>
public sealed record ReportChapter(string Kind, string Code, string NameTh, bool IsUsual)
{
    private static readonly List<ReportChapter> Added = [];

    public static ReportChapter AnalysisForeword { get; } = Add("analysis", "foreword", "คำนำของรายงานการวิเคราะห์");

    public static ReportChapter AnalysisContents { get; } = Add("analysis", "contents", "สารบัญของรายงานการวิเคราะห์");

    public static ReportChapter AnalysisMethod { get; } = Add("analysis", "method", "บทหลักการและวิธีการประเมินของรายงานการวิเคราะห์");

    public static ReportChapter AnalysisRemarks { get; } = Add("analysis", "remarks", "ข้อคิดเห็นและข้อเสนอแนะในรายงานการวิเคราะห์");

    public static ReportChapter MeasuresContents { get; } = Add("measures", "contents", "สารบัญของมาตรการ");

    public static ReportChapter MeasuresLimitations { get; } = Add("measures", "limitations", "ข้อจำกัดของหน่วยงานในมาตรการ");

    public static ReportChapter MeasuresApproval { get; } = Add("measures", "approval", "ลายมือชื่อผู้จัดทำ ผู้เห็นชอบ และผู้อนุมัติมาตรการ");

    public static ReportChapter FollowUpContents { get; } = Add("follow-up", "contents", "สารบัญของรายงานผลการดำเนินการ");

    public static ReportChapter FollowUpEvidence { get; } = Add("follow-up", "evidence", "หลักฐานและภาพถ่ายของรายงานผลการดำเนินการ");

    /// <summary>All chapters, in the order of the documents.</summary>
    public static ImmutableArray<ReportChapter> All { get; } = [.. Added];

    public static ReportChapter? Find(string code) => All.FirstOrDefault(chapter => chapter.Code == code);

    private static ReportChapter Add(string kind, string name, string nameTh, bool isUsual = true)
    {
        var chapter = new ReportChapter(kind, $"{kind}.{name}", nameTh, isUsual);
        Added.Add(chapter);
        return chapter;
    }
}
