using Ita.App.Telemetry;
using Ita.Intake;
using Ita.Intake.Reading;

namespace Ita.App.Uploads;

/// <summary>Reads an upload. It is refused as a whole, or its valid rows are stored and their agencies scored.</summary>
public sealed class IngestStep(
    UploadOriginals originals, UploadTable uploads, UploadErrors errors, IngestedRows rows, StoredCodes codes, IntakeSettings settings,
        KnownFrameworks frameworks)
{
    /// <returns>The outcome, for the log.</returns>
    public async Task<string> RunAsync(IngestJob job, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(job.Upload, cancellationToken) is not { } found)
        {
            throw new InvalidOperationException($"No upload {job.Upload} exists.");
        }

        if (found.Upload.IsSettled)
        {
            await originals.ForgetAnswersAsync(found.Upload, cancellationToken);
            return $"upload {job.Upload} was already {found.Upload.Status}";
        }

        var upload = await StartedAsync(found.Upload, found.ETag, cancellationToken);
        var outcome = await ReadAsync(upload, cancellationToken);
        var changed = outcome.IsRefused ? 0 : await rows.StoreAsync(outcome, upload, cancellationToken);
        await errors.WriteAsync(upload.Id, outcome, cancellationToken);
        var settled = UploadOutcome.Settled(upload, outcome, changed);
        await FinishAsync(settled, cancellationToken);
        await originals.ForgetAnswersAsync(settled, cancellationToken);
        Record(settled, outcome.Counts);
        return $"upload {upload.Id} {settled.Status}: "
            + $"{outcome.Counts.GoodRows} valid rows, {outcome.Counts.BadRows} invalid, {changed} results changed";
    }

    /// <summary>Marks an upload for which every attempt failed. One that is already settled is not changed: a worker
    /// killed before it acknowledged the message uses up attempts too.</summary>
    /// <returns>The outcome, for the log.</returns>
    public async Task<string> FailAsync(IngestJob job, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(job.Upload, cancellationToken) is { Upload.IsSettled: false } found)
        {
            await uploads.UpdateAsync(
                found.Upload with { Status = UploadStatus.Failed, Failure = StepRunner.EveryTryFailed }, found.ETag, cancellationToken);
        }

        return $"upload {job.Upload} failed at every attempt";
    }

    private static void Record(Upload settled, IntakeCounts counts)
    {
        var kind = new KeyValuePair<string, object?>("kind", settled.Kind ?? "unknown");
        ItaTelemetry.Uploads.Add(1, kind, new("status", settled.Status.ToString()));
        ItaTelemetry.Rows.Add(counts.GoodRows, kind, new("outcome", "good"));
        ItaTelemetry.Rows.Add(counts.BadRows, kind, new("outcome", "bad"));
    }

    private async Task<Upload> StartedAsync(Upload upload, ETag etag, CancellationToken cancellationToken)
    {
        var started = upload with { Status = UploadStatus.Processing };
        await uploads.UpdateAsync(started, etag, cancellationToken);
        return started;
    }

    private async Task<IntakeOutcome> ReadAsync(Upload upload, CancellationToken cancellationToken)
    {
        await using var content = await originals.OpenAsync(upload.Id, cancellationToken);
        var outcome = await IntakeReader.ReadAsync(
            content, upload.Name, settings, frameworks.Current, codes.FindAsync, cancellationToken);
        return outcome.SentFor(upload.Agency);
    }

    private async Task FinishAsync(Upload settled, CancellationToken cancellationToken)
    {
        var (current, etag) = (await uploads.FindAsync(settled.Id, cancellationToken))!.Value;
        if (!current.IsSettled)
        {
            await uploads.UpdateAsync(settled, etag, cancellationToken);
        }
    }
}
