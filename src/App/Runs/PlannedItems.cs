using Ita.App.Reports;
using Ita.Domain.Ranking;

namespace Ita.App.Runs;

/// <summary>Creates the planned items of agencies: one per kind, queued, or skipped with the reason.</summary>
public sealed class PlannedItems(ReportTable reports, ReportStates states)
{
    private const int LookedUpAtOnce = 16;

    public async Task<IReadOnlyList<RunItem>> PlanAsync(Run run, int step, IReadOnlyList<RunAgency> agencies, CancellationToken cancellationToken)
    {
        var wanted = agencies.SelectMany(agency => run.Order.AgencyKinds.Select(kind => (agency, kind))).ToList();
        var items = new RunItem[wanted.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, wanted.Count),
            new ParallelOptions { MaxDegreeOfParallelism = LookedUpAtOnce, CancellationToken = cancellationToken },
            async (place, each) => items[place] = await PlanAsync(run, step, wanted[place].agency, wanted[place].kind, each));
        return items;
    }

    private async ValueTask<RunItem> PlanAsync(Run run, int step, RunAgency agency, string kind, CancellationToken cancellationToken)
    {
        var queued = new RunItem(
            agency.Code, kind, agency.Name, agency.Type, agency.Province, RunItemStatus.Queued,
            Version: agency.Result?.Version, Round: run.Round, Step: step);
        return WhyNot(run, agency, kind) is { } reason
            ? queued with { Status = RunItemStatus.Skipped, Reason = reason }
            : kind == RunOrder.Result || run.Order.All ? queued : await UnlessPrintedAsync(run, queued, cancellationToken);
    }

    private static string? WhyNot(Run run, RunAgency agency, string kind) => agency switch
    {
        _ when run.Mode == RoundMode.Cancelled => RunReason.RunCancelled,
        { IsKnown: false } => RunReason.UnknownAgency,
        { Result: null } => RunReason.NoResult,
        { Result: { Total: null } unscored } when kind != RunOrder.Result => unscored.Without switch
        {
            WithoutTotal.NotProcessed => RunReason.NotProcessed,
            WithoutTotal.Withheld => RunReason.Withheld,
            _ => RunReason.NoData,
        },
        _ => null,
    };

    // A report that may be outdated is queued; it is not printed again when its content turns out to be the same.
    private async ValueTask<RunItem> UnlessPrintedAsync(Run run, RunItem queued, CancellationToken cancellationToken)
    {
        if (queued.ToJob(run) is not PrintItemJob job)
        {
            return queued;
        }

        var name = ReportName.From(job.Report);
        return await reports.FindAsync(name, cancellationToken) is { Status: ReportStatus.Printed } printed
            && !await states.MayBeOutdatedAsync(name, printed, cancellationToken)
            ? queued with { Status = RunItemStatus.Skipped, Reason = RunReason.AlreadyPrinted, Sha256 = printed.Sha256, Path = printed.Path }
            : queued;
    }
}
