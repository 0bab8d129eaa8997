namespace Ita.Reports.Measures;

/// <summary>Those who sign a plan: the one who prepared it, the one who agrees, and the head who approves it.</summary>
internal static class PlanApproval
{
    private static readonly Signatory Open = new("");

    /// <summary>The signatories with what each does; a position that the settings do not have is a dotted line.</summary>
    public static ImmutableArray<(Signatory Of, string Role)> List(ReportSettings settings)
    {
        var stated = settings.Signatories;
        var head = stated.FirstOrDefault(one => one.Position == settings.Addressee) ?? (settings.Addressee is { } position ? new(position) : Open);
        var below = stated.Remove(head);
        return
        [
            (below.IsEmpty ? Open : below[0], "ผู้จัดทำ"),
            (below.Length > 1 ? below[^1] : Open, "ผู้เห็นชอบ"),
            (head, "ผู้อนุมัติ"),
        ];
    }
}
