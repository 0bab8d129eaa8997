using Ita.App.Reports;
using Ita.App.Results;
using Ita.App.Runs;
using Ita.App.Surveys;
using Ita.App.Uploads;
using Ita.Domain;

namespace Ita.App.Jobs;

/// <summary>Marks what failed every try, so that it is shown as failed. One method per poison queue.</summary>
public sealed class PoisonSteps(UploadTable uploads, SurveyTable surveys, ReportTable reports, RunTable runs, RunItemTable items, TimeProvider clock)
{
    /// <summary>The failure that a record shows; the exception itself is in the log under the message's id.</summary>
    private const string Failure = "every-try-failed";

    /// <summary>An upload that could not be ingested.</summary>
    /// <remarks>
    /// An upload already ingested is left alone: a worker killed before it acknowledged the message still uses up its retries.
    /// </remarks>
    /// <returns>What failed, for the log.</returns>
    public async Task<string> IngestAsync(IngestJob job, CancellationToken cancellationToken)
    {
        await FailAsync(job.Upload, upload => upload.IsSettled, cancellationToken);
        return $"upload {job.Upload} failed for good";
    }

    /// <summary>An agency that could not be scored again: the upload or the survey that asked for it is marked.</summary>
    /// <inheritdoc cref="IngestAsync" path="/returns"/>
    public async Task<string> ScoreAsync(ScoreJob job, CancellationToken cancellationToken)
    {
        if (job.Upload == Origin.Survey)
        {
            await FailSurveyAsync(job, cancellationToken);
        }
        else
        {
            await FailAsync(job.Upload, upload => false, cancellationToken);
        }

        return $"score {job.Year} of {job.Upload} failed for good";
    }

    /// <summary>A report that could not be printed, and the item of the run that asked for it.</summary>
    /// <inheritdoc cref="IngestAsync" path="/returns"/>
    public async Task<string> RenderAsync(RenderJob job, CancellationToken cancellationToken)
    {
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

        return $"{(job.Run is null ? $"report {name.RowKey}" : $"item {job.Kind} of run {job.Run}")} failed for good";
    }

    /// <summary>A run that could not be planned to its end; resuming it plans it again.</summary>
    /// <inheritdoc cref="IngestAsync" path="/returns"/>
    public async Task<string> PlanAsync(PlanJob job, CancellationToken cancellationToken)
    {
        await runs.ChangeAsync(job.Run, run => run.Wants(job) ? run with { Failure = Failure } : null, cancellationToken);
        return $"planning of run {job.Run} failed for good";
    }

    /// <param name="unless">True for an upload that must not be marked as failed any more.</param>
    private async Task FailAsync(string id, Func<Upload, bool> unless, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(id, cancellationToken) is { } found && !unless(found.Upload))
        {
            await uploads.UpdateAsync(found.Upload with { Status = UploadStatus.Failed, Failure = Failure }, found.ETag, cancellationToken);
        }
    }

    private async Task FailSurveyAsync(ScoreJob job, CancellationToken cancellationToken)
    {
        if (await surveys.FindAsync(FiscalYear.FromBuddhistEra(job.Year), job.Agency, cancellationToken) is { } survey
            && await surveys.WriteAsync(survey with { Failure = Failure }, cancellationToken) is null)
        {
            throw new InvalidOperationException("The survey was changed at the same time; the message is retried.");
        }
    }
}
