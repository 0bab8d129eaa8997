using Ita.App.Reports;

namespace Ita.App.Runs;

/// <summary>Tells which summaries have all of their members settled. It keeps one entry per province, whatever the
/// number of agencies.</summary>
public sealed class SummaryMembers(RunOrder order)
{
    private readonly SortedDictionary<string, Members> provinces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RunItem> summaries = new(StringComparer.Ordinal);
    private readonly Members all = new();

    private string Top => new SummaryScope(order.Scope.Province, order.Scope.Type).Subject;

    /// <summary>The stored summary item of a subject; null when there is none.</summary>
    public RunItem? Summary(string subject) => summaries.GetValueOrDefault(subject);

    public void Add(RunItem item)
    {
        if (item.IsSummary)
        {
            summaries.Add(item.Subject, item);
            return;
        }

        all.Add(item);
        if (order.Scope.IsNation && item.Province is { Length: > 0 } province && SummaryScope.CanName(province))
        {
            if (!provinces.TryGetValue(province, out var members))
            {
                provinces.Add(province, members = new());
            }

            members.Add(item);
        }
    }

    /// <summary>The summaries to write and queue in this step, including those of an earlier delivery of the same
    /// step.</summary>
    public IEnumerable<RunItem> Wanted(Run run, int step)
    {
        if (!order.HasSummaries || all.Count == 0)
        {
            return [];
        }

        var parts = provinces.Where(pair => pair.Value.Unsettled == 0)
            .Select(pair => Item(run, step, new SummaryScope(pair.Key, null).Subject, pair.Key)).ToList();
        var isTopDue = all.Unsettled == 0 && parts.All(part => run.Mode == RoundMode.Cancelled
            || (Summary(part.Subject) is { IsSettled: true } && !IsDue(run, step, part.Subject)));
        var due = isTopDue ? parts.Append(Item(run, step, Top, order.Scope.Province)) : parts;
        return due.Where(item => IsDue(run, step, item.Subject));
    }

    private bool IsDue(Run run, int step, string subject) => Summary(subject) switch
    {
        null => true,
        { IsSettled: false } queued => queued.Round < run.Round || queued.Step == step,
        _ when run.Mode == RoundMode.Cancelled => false,
        { Round: var round } when round == run.Round => false,
        { Status: RunItemStatus.Failed } => run.Mode == RoundMode.Retried,
        { Reason: RunReason.RunCancelled } => true,
        var settled => Find(subject).NewestDone > settled.Round,
    };

    private Members Find(string subject) => subject == Top ? all : provinces[SummaryScope.Parse(subject).Province!];

    private static RunItem Item(Run run, int step, string subject, string? province) => run.Mode == RoundMode.Cancelled
        ? new(subject, ReportKind.Summary.Code, null, null, province, RunItemStatus.Skipped, RunReason.RunCancelled, Round: run.Round, Step: step)
        : new(subject, ReportKind.Summary.Code, null, null, province, RunItemStatus.Queued, Version: 1, Round: run.Round, Step: step);

    private sealed class Members
    {
        public int Count { get; private set; }

        public int Unsettled { get; private set; }

        /// <summary>The newest round in which an item of a member was done.</summary>
        public int NewestDone { get; private set; }

        public void Add(RunItem item)
        {
            Count++;
            Unsettled += item.IsSettled ? 0 : 1;
            NewestDone = item.Status == RunItemStatus.Done ? Math.Max(NewestDone, item.Round) : NewestDone;
        }
    }
}
