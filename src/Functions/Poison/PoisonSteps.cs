using Ita.Domain;
using Ita.Functions.Invocation;
using Ita.Functions.Jobs;
using Ita.Functions.Render;
using Ita.Functions.Results;
using Ita.Functions.Runs;
using Ita.Functions.Surveys;
using Ita.Functions.Uploads;

namespace Ita.Functions.Poison;

/// <summary>
/// What could not be done after every try becomes visible as failed instead of vanishing. One function a poison queue, for a
/// function has one trigger.
/// </summary>
public abstract class PoisonStep(string queueStep) : IStep
{
    /// <summary>What the record says; the exception itself stands in the log under the message's id.</summary>
    protected const string Failure = "every-try-failed";

    public string Function => $"Poison{queueStep}";

    public async Task<InvocationAnswer> RunAsync(InvocationPayload payload, CancellationToken cancellationToken)
    {
        var what = await MarkAsync(payload.Message("job"), cancellationToken);
        return InvocationAnswer.Done($"{queueStep} failed for good: {what}");
    }

    /// <returns>What failed, for the log.</returns>
    protected abstract Task<string> MarkAsync(string message, CancellationToken cancellationToken);

    /// <param name="unless">What must not be called a failure any more.</param>
    protected static async Task FailAsync(UploadTable uploads, string id, Func<Upload, bool> unless, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(id, cancellationToken) is { } found && !unless(found.Upload))
        {
            await uploads.UpdateAsync(found.Upload with { Status = UploadStatus.Failed, Failure = Failure }, found.ETag, cancellationToken);
        }
    }
}

/// <summary>
/// An upload that could not be ingested. One that was is left alone: whoever dies between the last write and the end of his call leaves a message
/// that uses up its tries all the same.
/// </summary>
public sealed class PoisonIngestStep(UploadTable uploads) : PoisonStep("Ingest")
{
    protected override async Task<string> MarkAsync(string message, CancellationToken cancellationToken)
    {
        var job = Job.Read<IngestJob>(message);
        await FailAsync(uploads, job.Upload, upload => upload.IsSettled, cancellationToken);
        return $"upload {job.Upload}";
    }
}

/// <summary>An agency that could not be scored anew: the upload or the survey that asked for it is marked.</summary>
public sealed class PoisonScoreStep(UploadTable uploads, SurveyTable surveys) : PoisonStep("Score")
{
    protected override async Task<string> MarkAsync(string message, CancellationToken cancellationToken)
    {
        var job = Job.Read<ScoreJob>(message);
        if (job.Upload == Origin.Survey)
        {
            await FailAsync(job, cancellationToken);
        }
        else
        {
            await FailAsync(uploads, job.Upload, upload => false, cancellationToken);
        }

        return $"score {job.Year} of {job.Upload}";
    }

    private async Task FailAsync(ScoreJob job, CancellationToken cancellationToken)
    {
        if (await surveys.FindAsync(FiscalYear.FromBuddhistEra(job.Year), job.Agency, cancellationToken) is { } survey
            && await surveys.WriteAsync(survey with { Failure = Failure }, cancellationToken) is null)
        {
            throw new InvalidOperationException("Somebody changed the survey in between; the message comes again.");
        }
    }
}

/// <summary>A report that could not be printed, and the item of the run that asked for it.</summary>
public sealed class PoisonRenderStep(ReportTable reports, RunItemTable items, TimeProvider clock) : PoisonStep("Render")
{
    protected override async Task<string> MarkAsync(string message, CancellationToken cancellationToken)
    {
        var job = Job.Read<RenderJob>(message);
        var name = ReportName.Of(job);
        if (job.Kind != RunOrder.Result)
        {
            await reports.ChangeAsync(name, row => row is { Status: ReportStatus.Printed } ? null : new ReportRow(ReportStatus.Failed, Failure: Failure), cancellationToken);
        }

        if (job.Run is { } run && await items.FindAsync(run, job.Agency, job.Kind, cancellationToken) is { } item)
        {
            var now = clock.GetUtcNow();
            var failed = (RunItem one) => one.IsSettled ? null : one with { Status = RunItemStatus.Failed, Reason = Failure, SettledAt = now };
            await items.ChangeAsync(run, item, failed, cancellationToken);
        }

        return job.Run is null ? $"report {name.RowKey}" : $"item {job.Kind} of run {job.Run}";
    }
}

/// <summary>A run that could not be planned to its end; resuming it plans it once more.</summary>
public sealed class PoisonPlanStep(RunTable runs) : PoisonStep("Plan")
{
    protected override async Task<string> MarkAsync(string message, CancellationToken cancellationToken)
    {
        var job = Job.Read<PlanJob>(message);
        await runs.ChangeAsync(job.Run, run => run.Wants(job) ? run with { Failure = Failure } : null, cancellationToken);
        return $"planning of run {job.Run}";
    }
}
