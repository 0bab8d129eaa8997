namespace Ita.Reports.Memos;

/// <summary>The data of a covering memo (บันทึกข้อความ).</summary>
/// <param name="Result">The result of the analysed year.</param>
/// <param name="Measures">The plan; empty when there is none yet.</param>
/// <param name="About">The report that the memo accompanies: analysis, measures or follow-up.</param>
/// <param name="Version">Version of that report, 1 or more.</param>
/// <param name="ComputedAt">When that report was computed; date of the PDF.</param>
public sealed record MemoModel(
    AgencyResult Result,
    Framework Framework,
    ClassThresholds Thresholds,
    ImmutableArray<Measure> Measures,
    ReportKind About,
    LetterHead Head,
    int Version,
    DateTimeOffset ComputedAt) : ReportModel(Version, ComputedAt)
{
    /// <summary>The framework of the year in which the measures are carried out, whose checklist asks for them; null when it is not known.</summary>
    public Framework? CarriedOutFramework { get; init; }

    /// <summary>Null when its place is left white.</summary>
    public Emblem? Emblem { get; init; }

    /// <summary>The day used to decide which rounds of the follow-up are overdue; null for a memo that does not mention rounds.</summary>
    public DateOnly? Today { get; init; }

    public override ReportKind Kind => About == ReportKind.FollowUp ? ReportKind.FollowUpMemo : ReportKind.Memo;

    internal override (FiscalYear Result, FiscalYear Framework)? Years => (Result.Year, Framework.Year);
}
