using System.Collections.Immutable;
using Ita.Domain.Analysis;
using Ita.Domain.Frameworks;
using Ita.Domain.Improvement;
using Ita.Domain.Scoring;
using Ita.Reports.Sealing;

namespace Ita.Reports.Memos;

/// <summary>Which report a memo or letter goes with.</summary>
public enum MemoPurpose
{
    Analysis,
    Measures,
    FollowUp,
}

/// <summary>All that a covering memo (บันทึกข้อความ) says is taken from here.</summary>
/// <param name="Result">The analysed year's result.</param>
/// <param name="Measures">The plan; empty where there is none yet.</param>
/// <param name="Version">Version of the report it goes with, 1 or more.</param>
/// <param name="ComputedAt">When that report was made; dates the PDF.</param>
public sealed record MemoModel(
    AgencyResult Result,
    Framework Framework,
    ClassThresholds Thresholds,
    ImmutableArray<Measure> Measures,
    MemoPurpose Purpose,
    LetterHead Head,
    int Version,
    DateTimeOffset ComputedAt)
{
    /// <summary>Null prints no seal.</summary>
    public Verification? Verification { get; init; }
}
