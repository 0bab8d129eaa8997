namespace Ita.Reports.Documents;

/// <summary>A kind of report. <see cref="All"/> is the only list of them.</summary>
/// <param name="Code">As in URLs, messages and storage names, for example <c>follow-up</c>.</param>
/// <param name="Title">Thai title in lists of reports.</param>
/// <param name="FullTitle">Thai title in sentences of official letters.</param>
/// <param name="HasLetterHead">Whether it is a letter with a letterhead that the agency can fill in.</param>
/// <param name="IsOfOneAgency">Whether it is about one agency; false for the summary of many agencies.</param>
/// <param name="IsPublic">Whether readers without a key see it once the result is published.</param>
public sealed record ReportKind(
    string Code, string Title, string FullTitle, bool HasLetterHead = false, bool IsOfOneAgency = true, bool IsPublic = true)
{
    public static ReportKind Analysis { get; } = new("analysis", "รายงานการวิเคราะห์ผลการประเมิน", "รายงานการวิเคราะห์ผลการประเมิน");

    public static ReportKind Measures { get; } = new(
        "measures", "มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน");

    public static ReportKind FollowUp { get; } = new(
        "follow-up", "รายงานผลการดำเนินการตามมาตรการ", "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน");

    public static ReportKind Memo { get; } = new("memo", "บันทึกข้อความ", "บันทึกข้อความ", HasLetterHead: true);

    /// <summary>The memo that accompanies the follow-up report; <see cref="Memo"/> accompanies the analysis or the plan.</summary>
    public static ReportKind FollowUpMemo { get; } = new("follow-up-memo", "บันทึกข้อความรายงานผล", "บันทึกข้อความรายงานผล", HasLetterHead: true);

    public static ReportKind Circular { get; } = new("circular", "หนังสือเวียน", "หนังสือเวียน", HasLetterHead: true);

    /// <summary>What those who prepare the other documents should check; no part of the official text.</summary>
    public static ReportKind Check { get; } = new("check", "แบบตรวจสอบร่าง", "แบบตรวจสอบร่าง", IsPublic: false);

    /// <summary>The comments of the agency on its draft, with the answers; not public, as it is about a result before its
    /// publication.</summary>
    public static ReportKind Appeals { get; } = new("appeals", "บันทึกการขอทบทวนผล", "บันทึกการขอทบทวนผลการประเมิน", IsPublic: false);

    public static ReportKind Summary { get; } = new("summary", "สรุปผลการประเมิน", "สรุปผลการประเมิน", IsOfOneAgency: false);

    /// <summary>All kinds, in display order.</summary>
    public static ImmutableArray<ReportKind> All { get; } = [Analysis, Measures, FollowUp, Memo, FollowUpMemo, Circular, Check, Appeals, Summary];

    /// <summary>The kind with a code; null when there is none.</summary>
    public static ReportKind? Find(string? code) => All.FirstOrDefault(kind => kind.Code == code);
}
