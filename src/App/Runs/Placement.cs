namespace Ita.App.Runs;

/// <summary>Decides what planning writes over an item that is there already. Planning the same twice changes nothing.</summary>
public static class Placement
{
    /// <param name="before">The item as it stands; null when there is none.</param>
    /// <param name="planned">What it would be if the run began now, with the round and step that plan it.</param>
    /// <returns>What to write; null to leave the item as it is.</returns>
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
        // Placed in this round already: the message came twice.
        { Round: var round } when round == run.Round => false,
        { Status: RunItemStatus.Queued } => Differs(before, planned),
        _ when run.Mode == RoundMode.Cancelled => false,
        { Status: RunItemStatus.Failed } => run.Mode == RoundMode.Retried || planned.Version > before.Version,
        { IsMade: false } => Differs(before, planned),
        _ => planned.Version > before.Version || (planned.Status == RunItemStatus.Queued && run is { Mode: RoundMode.Asked, Order.All: true }),
    };

    private static bool Differs(RunItem before, RunItem planned) =>
        (before.Status, before.Reason, before.Version) != (planned.Status, planned.Reason, planned.Version);
}
