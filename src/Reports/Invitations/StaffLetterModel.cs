using Ita.Reports.Memos;

namespace Ita.Reports.Invitations;

/// <summary>A memo that asks the staff of an agency to answer, with the agency's code.</summary>
/// <param name="Code">The code as it is given out; null for a box to write it in.</param>
public sealed record StaffLetterModel(Invitation Invitation, string? Code, LetterHead Head, DateTimeOffset ComputedAt) : ReportModel(1, ComputedAt)
{
    /// <summary>Null when its place is left white.</summary>
    public Emblem? Emblem { get; init; }

    /// <inheritdoc cref="PosterModel.Kind"/>
    public override ReportKind Kind { get; } = new("staff-letter", "บันทึกข้อความถึงบุคลากร", "บันทึกข้อความขอความร่วมมือตอบแบบวัด");

    internal override bool HasCode => true;
}
