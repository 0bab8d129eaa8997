using Ita.Functions.Invocation;
using Ita.Functions.Jobs;
using Ita.Functions.Render;
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

    protected static async Task FailAsync(UploadTable uploads, string id, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(id, cancellationToken) is { } found)
        {
            await uploads.UpdateAsync(found.Upload with { Status = UploadStatus.Failed, Failure = Failure }, found.ETag, cancellationToken);
        }
    }
}

/// <summary>An upload that could not be ingested.</summary>
public sealed class PoisonIngestStep(UploadTable uploads) : PoisonStep("Ingest")
{
    protected override async Task<string> MarkAsync(string message, CancellationToken cancellationToken)
    {
        var job = Job.Read<IngestJob>(message);
        await FailAsync(uploads, job.Upload, cancellationToken);
        return $"upload {job.Upload}";
    }
}

/// <summary>An agency that could not be scored anew: the upload that asked for it is marked.</summary>
public sealed class PoisonScoreStep(UploadTable uploads) : PoisonStep("Score")
{
    protected override async Task<string> MarkAsync(string message, CancellationToken cancellationToken)
    {
        var job = Job.Read<ScoreJob>(message);
        await FailAsync(uploads, job.Upload, cancellationToken);
        return $"score {job.Year} of {job.Upload}";
    }
}

/// <summary>A report that could not be printed.</summary>
public sealed class PoisonRenderStep(ReportTable reports) : PoisonStep("Render")
{
    protected override async Task<string> MarkAsync(string message, CancellationToken cancellationToken)
    {
        var name = ReportName.Of(Job.Read<RenderJob>(message));
        await reports.WriteAsync(name, new ReportRow(ReportStatus.Failed, Failure: Failure), cancellationToken);
        return $"report {name.RowKey}";
    }
}
