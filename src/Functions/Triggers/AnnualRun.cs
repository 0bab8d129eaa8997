using Ita.App.Jobs;
using Ita.App.Runs;
using Microsoft.Azure.Functions.Worker;

namespace Ita.Functions.Triggers;

/// <summary>Starts the annual run on the schedule in the setting <c>ANNUAL_SCHEDULE</c> (NCRONTAB, UTC).</summary>
internal sealed class AnnualRun(StepRunner steps, AnnualRunStep annual)
{
    // A timer has no queue that retries it. Without the retry policy, a storage outage at that minute would skip the
    // run of the year.
    [Function("AnnualRun")]
    [ExponentialBackoffRetry(5, "00:00:30", "00:15:00")]
    public Task RunAsync([TimerTrigger("%ANNUAL_SCHEDULE%")] TimerInfo timer, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync(context.Event(), annual.RunAsync, cancellationToken);
}
