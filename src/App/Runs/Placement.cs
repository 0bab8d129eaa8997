namespace Ita.App.Runs;

/// <summary>Decides what planning writes over an existing item. Planning the same page twice changes
/// nothing.</summary>
public static class Placement
{
    /// <param name="before">The stored item; null when there is none.</param>
    /// <param name="planned">The item as it would be if the run began now, with the round and step that plan
    /// it.</param>
    /// <returns>The item to write; null to leave the stored one unchanged.</returns>
    public static RunItem? Decide(RunItem? before, RunItem planned, Run run)
    {
        if (before is null)
        {
            return planned;
        }

        return IsWanted(before, planned, run) ? planned with { ETag = before.ETag } : null;
    }

    private static bool IsWanted(RunItem before, RunItem planned, Run run) => before switch
    {
        // Already placed in this round: the message was delivered twice.
        { Round: var round } when round == run.Round => false,
        { Status: RunItemStatus.Queued } => Differs(before, planned),
        _ when run.Mode == RoundMode.Cancelled => false,
        { Status: RunItemStatus.Failed } => run.Mode == RoundMode.Retried || planned.Version > before.Version,
        { IsMade: false } => Differs(before, planned),
        _ => planned.Version > before.Version
            || (planned.Status == RunItemStatus.Queued && run.Mode == RoundMode.Asked && (run.Order.All || IsOutdated(planned))),
    };

    // A report that was printed is planned as queued only when it may be outdated. Results are planned as queued always.
    private static bool IsOutdated(RunItem planned) => planned.Kind != RunOrder.Result;

    private static bool Differs(RunItem before, RunItem planned) =>
        (before.Status, before.Reason, before.Version) != (planned.Status, planned.Reason, planned.Version);
}
