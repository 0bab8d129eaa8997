using System.Diagnostics;
using Ita.App.Telemetry;

namespace Ita.App.Jobs;

/// <summary>The trace and metrics of one execution of a step.</summary>
internal sealed class StepRecording : IDisposable
{
    private readonly Activity? activity;
    private readonly TimeProvider clock;
    private readonly string step;
    private readonly long began;
    private string outcome = "done";

    private StepRecording(StepEvent call, Activity? activity, TimeProvider clock)
    {
        (step, this.activity, this.clock, began) = (call.Step, activity, clock, clock.GetTimestamp());
    }

    /// <param name="sender">The trace of the call that sent the message. It becomes the parent, so that one trace
    /// leads from a request to its print.</param>
    public static StepRecording Start(StepEvent call, ActivityContext sender, TimeProvider clock)
    {
        // The worker's own activity of this invocation, started by the host, is kept as a link.
        var invocation = Activity.Current?.Context;
        var activity = ItaTelemetry.Source.StartActivity(
            $"step {call.Step}",
            ActivityKind.Consumer,
            sender == default ? invocation ?? default : sender,
            links: sender != default && invocation is { } context ? [new(context)] : null);
        activity?.SetTag("ita.step", call.Step);
        activity?.SetTag("ita.try", call.Try);
        if (call.SentAt is { } sent)
        {
            ItaTelemetry.QueueAge.Record((clock.GetUtcNow() - sent).TotalSeconds, new KeyValuePair<string, object?>("step", call.Step));
        }

        return new(call, activity, clock);
    }

    public void Failed(Exception fault)
    {
        outcome = "failed";
        activity?.SetStatus(ActivityStatusCode.Error);

        // Records the type only: the message of an exception may contain text of a file.
        activity?.SetTag("error.type", fault.GetType().FullName);
    }

    public void Dispose()
    {
        ItaTelemetry.StepDuration.Record(clock.GetElapsedTime(began).TotalSeconds, new("step", step), new("outcome", outcome));
        activity?.Dispose();
    }
}
