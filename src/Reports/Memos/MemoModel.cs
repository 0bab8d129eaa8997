namespace Ita.Reports.Memos;

/// <summary>All that a covering memo (บันทึกข้อความ) says is taken from here.</summary>
/// <param name="Result">The analysed year's result.</param>
/// <param name="Measures">The plan; empty where there is none yet.</param>
/// <param name="About">The report that the memo covers: analysis, measures or follow-up.</param>
/// <param name="Version">Version of the report it goes with, 1 or more.</param>
/// <param name="ComputedAt">When that report was made; dates the PDF.</param>
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
    public override ReportKind Kind => ReportKind.Memo;

    internal override (FiscalYear Result, FiscalYear Framework)? Years => (Result.Year, Framework.Year);
}
