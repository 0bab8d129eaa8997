namespace Ita.App.Runs;

/// <summary>Plans a run step by step, one message per step: first page after page of its agencies, then its progress
/// until every item is settled. A step sends its successor before it is booked, and a booked step does nothing when it
/// is repeated. So neither a killed process nor a duplicate message breaks or doubles the chain
/// (docs/decisions/0009).</summary>
public sealed class PlanRunStep(RunTable table, AgencyPlanning planning, RunProgress progress)
{
    /// <returns>The outcome, for the log.</returns>
    public async Task<string> RunAsync(PlanJob job, CancellationToken cancellationToken)
    {
        var run = await table.FindAsync(job.Run, cancellationToken)
            ?? throw new InvalidOperationException($"No run {job.Run} exists.");
        if (!run.Wants(job))
        {
            return $"run {run.Id} no longer needs step {job.Round}.{job.Step}; it is {run.State}";
        }

        return run.Planned
            ? await progress.LookAsync(run, job, cancellationToken)
            : await planning.PageAsync(run, job, cancellationToken);
    }

    /// <summary>Marks a run whose planning failed at every attempt; resuming it plans it again.</summary>
    /// <returns>What failed, for the log.</returns>
    public async Task<string> FailAsync(PlanJob job, CancellationToken cancellationToken)
    {
        await table.ChangeAsync(job.Run, run => run.Wants(job) ? run with { Failure = StepRunner.EveryTryFailed } : null, cancellationToken);
        return $"planning of run {job.Run} failed at every attempt";
    }
}
