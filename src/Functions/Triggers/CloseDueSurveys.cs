using Ita.App.Jobs;
using Ita.App.Surveys;
using Microsoft.Azure.Functions.Worker;

namespace Ita.Functions.Triggers;

/// <summary>Closes, every five minutes, the surveys whose last day is over.</summary>
internal sealed class CloseDueSurveys(StepRunner steps, SurveyClosing surveys)
{
    [Function("CloseDueSurveys")]
    public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, FunctionContext context, CancellationToken cancellationToken) =>
        steps.RunAsync(context.Event(), surveys.CloseDueAsync, cancellationToken);
}
