using Azure;
using Ita.Domain.Frameworks;
using Ita.Functions.Invocation;
using Ita.Functions.Jobs;
using Ita.Functions.Uploads;
using Ita.Intake;

namespace Ita.Functions.Ingest;

/// <summary>Reads an upload, and either refuses it whole or stores what is good of it and scores the agencies it speaks of.</summary>
public sealed class IngestStep(
    UploadOriginals originals, UploadTable uploads, UploadErrors errors, IngestedRows rows, IntakeSettings settings) : IStep
{
    public string Function => "Ingest";

    public async Task<InvocationAnswer> RunAsync(InvocationPayload payload, CancellationToken cancellationToken)
    {
        var job = Job.Read<IngestJob>(payload.Message("job"));
        if (await uploads.FindAsync(job.Upload, cancellationToken) is not { } found)
        {
            throw new InvalidOperationException($"No upload {job.Upload} is written down.");
        }

        if (found.Upload.IsSettled)
        {
            await originals.ForgetAnswersAsync(found.Upload, cancellationToken);
            return InvocationAnswer.Done($"upload {job.Upload} was {found.Upload.Status} already");
        }

        var upload = await StartedAsync(found.Upload, found.ETag, cancellationToken);
        var outcome = await ReadAsync(upload, cancellationToken);
        var changed = outcome.IsRefused ? 0 : await rows.StoreAsync(outcome, upload, cancellationToken);
        await errors.WriteAsync(upload.Id, outcome, cancellationToken);
        var settled = UploadOutcome.Settled(upload, outcome, changed);
        await FinishAsync(settled, cancellationToken);
        await originals.ForgetAnswersAsync(settled, cancellationToken);
        return InvocationAnswer.Done($"upload {upload.Id} {settled.Status}: {outcome.Counts.GoodRows} good rows, {outcome.Counts.BadRows} bad, {changed} results changed");
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
        return (await IntakeReader.ReadAsync(content, upload.Name, settings, FrameworkCatalogue.Find, cancellationToken)).SentFor(upload.Agency);
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
