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
    MemoHead Head,
    int Version,
    DateTimeOffset ComputedAt)
{
    /// <summary>Null prints no seal.</summary>
    public Verification? Verification { get; init; }
}

/// <summary>What the clerk fills in; what is left out is a dotted line to be written on.</summary>
/// <param name="Addressee">A position, never a person: นายกองค์การบริหารส่วนตำบล.</param>
/// <param name="Unit">ส่วนราชการ; null is the agency itself.</param>
/// <param name="Number">ที่.</param>
/// <param name="Signatories">Positions that sign, lowest first.</param>
public sealed record MemoHead(
    string Addressee,
    string? Unit = null,
    string? Telephone = null,
    string? Number = null,
    DateOnly? Date = null,
    ImmutableArray<string> Signatories = default)
{
    /// <summary>To the head of the agency, the rest to be written on.</summary>
    public static MemoHead Blank { get; } = new("หัวหน้าหน่วยงาน", Signatories: []);
}
