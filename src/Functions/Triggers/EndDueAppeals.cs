using Ita.App.Appeals;
using Ita.App.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Ita.Functions.Triggers;

/// <summary>Ends, every five minutes, the comments that were not answered in time, and completes acceptances that were interrupted.</summary>
internal sealed class EndDueAppeals(StepRunner steps, OpenAppeals appeals)
{
    [Function("EndDueAppeals")]
    public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync(context.Event(), appeals.EndDueAsync, cancellationToken);
}
