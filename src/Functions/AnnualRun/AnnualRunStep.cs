using Ita.Domain;
using Ita.Functions.Api;
using Ita.Functions.Invocation;
using Ita.Functions.Jobs;

namespace Ita.Functions.AnnualRun;

/// <summary>
/// Once a year: asks for the run over the fiscal year that ended last. Only one message with a name that follows from the year,
/// because a missed occurrence fires again and a failed one is repeated.
/// </summary>
public sealed class AnnualRunStep(TimeProvider clock) : IStep
{
    public string Function => "AnnualRun";

    public Task<InvocationAnswer> RunAsync(InvocationPayload payload, CancellationToken cancellationToken)
    {
        // Asked for only to refuse a call that is no timer's.
        payload.Input("timer");
        var ended = FiscalYear.Containing(Bangkok.Today(clock)).BuddhistEra - 1;
        var job = new PlanJob(FormattableString.Invariant($"annual-{ended}"), ended);
        return Task.FromResult(InvocationAnswer.Done($"run {job.Run} asked for").Sending("planJob", Job.Write(job)));
    }
}
