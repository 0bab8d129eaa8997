namespace Ita.App.Runs;

/// <summary>Counts the items of a run in one pass over its rows; memory does not grow with the number of agencies.</summary>
/// <remarks>The counts are not stored, because a counter that many instances update is slow or wrong (docs/decisions/0009).</remarks>
public sealed class RunTally
{
    private readonly Dictionary<(RunItemStatus Status, string? Reason), int> counts = [];
    private string? agency;

    /// <summary>The number of agencies with items of their own.</summary>
    public int Agencies { get; private set; }

    public int Total => counts.Values.Sum();

    public int Unsettled => Count(RunItemStatus.Queued);

    /// <summary>The number of items done or failed since the round was requested, without the skipped ones, which took
    /// no time.</summary>
    public int WorkedOn { get; private set; }

    /// <summary>The reasons of skipped and failed items, with their counts.</summary>
    public IEnumerable<(RunItemStatus Status, string Reason, int Count)> Reasons => counts
        .Where(pair => pair.Key.Reason is not null)
        .OrderBy(pair => pair.Key.Status).ThenBy(pair => pair.Key.Reason, StringComparer.Ordinal)
        .Select(pair => (pair.Key.Status, pair.Key.Reason!, pair.Value));

    public static async Task<RunTally> CountAsync(Run run, IAsyncEnumerable<RunItem> items)
    {
        var tally = new RunTally();
        await foreach (var item in items)
        {
            tally.Add(run, item);
        }

        return tally;
    }

    public int Count(RunItemStatus status) => counts.Where(pair => pair.Key.Status == status).Sum(pair => pair.Value);

    /// <summary>Items must be added in the order of their row keys, so that those of one agency are
    /// consecutive.</summary>
    public void Add(Run run, RunItem item)
    {
        var key = (item.Status, item.Reason);
        counts[key] = counts.GetValueOrDefault(key) + 1;
        if (item.SettledAt >= run.RoundAt)
        {
            WorkedOn++;
        }

        if (!item.IsSummary && item.Subject != agency)
        {
            (Agencies, agency) = (Agencies + 1, item.Subject);
        }
    }

    /// <summary>Items processed per second since the round was requested.</summary>
    public double Rate(Run run, DateTimeOffset now)
    {
        var seconds = ((run.FinishedAt ?? now) - run.RoundAt).TotalSeconds;
        return seconds > 0 ? WorkedOn / seconds : 0;
    }

    /// <summary>The time until the queued items are settled, at the rate so far; null when it cannot be
    /// estimated.</summary>
    public TimeSpan? Left(Run run, DateTimeOffset now) => (Unsettled, Rate(run, now)) switch
    {
        (0, _) => TimeSpan.Zero,
        (_, 0) => null,
        var (unsettled, rate) => TimeSpan.FromSeconds(unsettled / rate),
    };
}
