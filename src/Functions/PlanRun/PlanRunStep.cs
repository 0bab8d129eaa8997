using Ita.Domain;
using Ita.Functions.Invocation;
using Ita.Functions.Jobs;
using Ita.Functions.Runs;

namespace Ita.Functions.PlanRun;

/// <summary>
/// Plans a run step by step, one message a step: page after page of its agencies, then looks at how far they are until all is settled.
/// A step sends the next one before it is booked, and a booked one has nothing left to do, so that neither a kill nor a message
/// that comes twice breaks or doubles the chain (decision 0009).
/// </summary>
public sealed class PlanRunStep(RunTable table, RunSteering runs, AgencyPlanning planning, RunProgress progress) : IStep
{
    private const string ByTimer = "timer";

    public string Function => "PlanRun";

    public async Task<InvocationAnswer> RunAsync(InvocationPayload payload, CancellationToken cancellationToken)
    {
        var job = Job.Read<PlanJob>(payload.Message("job"));
        if (job.Round == 0 && job.Run == RunOrder.AnnualId(job.Year))
        {
            var started = await runs.StartAsync(RunOrder.Annual(FiscalYear.FromBuddhistEra(job.Year)), ByTimer, cancellationToken);
            return InvocationAnswer.Done($"run {started.Id} {started.State}");
        }

        var run = await table.FindAsync(job.Run, cancellationToken)
            ?? throw new InvalidOperationException($"No run {job.Run} is written down.");
        if (!run.Wants(job))
        {
            return InvocationAnswer.Done($"run {run.Id} needs step {job.Round}.{job.Step} no more, it is {run.State}");
        }

        return InvocationAnswer.Done(run.Planned
            ? await progress.LookAsync(run, job, cancellationToken)
            : await planning.PageAsync(run, job, cancellationToken));
    }
}
