using Ita.Functions.Invocation;
using Ita.Functions.Jobs;
using Ita.Functions.Runs;

namespace Ita.Functions.Render;

/// <summary>Prints one report, or makes one item of a run.</summary>
public sealed class RenderStep(Press press, RunWork work) : IStep
{
    public string Function => "Render";

    public async Task<InvocationAnswer> RunAsync(InvocationPayload payload, CancellationToken cancellationToken)
    {
        var job = Job.Read<RenderJob>(payload.Message("job"));
        return InvocationAnswer.Done(job.Run is { } run
            ? await work.DoAsync(run, job, cancellationToken)
            : await PrintAsync(job, cancellationToken));
    }

    private async Task<string> PrintAsync(RenderJob job, CancellationToken cancellationToken) => await press.PrintAsync(job, cancellationToken) switch
    {
        // A newer version came in between; its own report is asked for by whoever wants it.
        null => $"report {ReportName.Of(job).RowKey} is of a result that is no more",
        { IsNew: false } => $"report {ReportName.Of(job).RowKey} was printed already",
        var printed => $"report {ReportName.Of(job).RowKey} printed, {printed.Report.Bytes} bytes",
    };
}
