using Ita.App.Jobs;
using Ita.App.Surveys.Reminding;
using Microsoft.Azure.Functions.Worker;

namespace Ita.Functions.Triggers;

/// <summary>Reminds, at nine in the morning in Bangkok (two in UTC), the agencies whose surveys are short of answers.</summary>
internal sealed class SendReminders(StepRunner steps, RemindStep remind)
{
    // Repeated after a fault of the storage; agencies that were reminded before it are marked.
    [Function("SendReminders")]
    [ExponentialBackoffRetry(5, "00:00:30", "00:15:00")]
    public Task RunAsync([TimerTrigger("0 0 2 * * *")] TimerInfo timer, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync(context.Event(), remind.RunAsync, cancellationToken);
}
