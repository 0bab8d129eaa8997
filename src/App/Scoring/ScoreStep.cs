using Ita.App.Surveys;
using Ita.App.Uploads;

namespace Ita.App.Scoring;

/// <summary>Scores one agency again from stored data: the figures of its uploads, or the sheets of its closed
/// survey.</summary>
public sealed class ScoreStep(UploadTable uploads, SurveyTable surveys, SurveyScores scores, ResultTable results, ResultScoring scoring)
{
    /// <returns>The outcome, for the log.</returns>
    public Task<string> RunAsync(ScoreJob job, CancellationToken cancellationToken)
    {
        var year = FiscalYear.FromBuddhistEra(job.Year);
        return job switch
        {
            ScoreSurveyJob => ScoreSurveyAsync(year, job.Agency, cancellationToken),
            ScoreUploadJob upload => ScoreUploadAsync(year, job.Agency, upload.Upload, cancellationToken),
            _ => ScoreAgencyAsync(year, job.Agency, cancellationToken),
        };
    }

    /// <summary>Marks the upload or the survey as failed after every attempt to score it failed.</summary>
    /// <returns>The outcome, for the log.</returns>
    public async Task<string> FailAsync(ScoreJob job, CancellationToken cancellationToken)
    {
        var (year, cause) = (FiscalYear.FromBuddhistEra(job.Year), CauseOf(job));
        if (job is ScoreSurveyJob)
        {
            await FailSurveyAsync(year, job.Agency, cancellationToken);
        }
        else if (job is ScoreUploadJob upload && await uploads.FindAsync(upload.Upload, cancellationToken) is { } found)
        {
            var failed = found.Upload with { Status = UploadStatus.Failed, Failure = StepRunner.EveryTryFailed };
            await uploads.UpdateAsync(failed, found.ETag, cancellationToken);
        }

        return $"score {job.Year} of {cause} failed at every attempt";
    }

    private static string CauseOf(ScoreJob job) => job switch
    {
        ScoreUploadJob upload => upload.Upload,
        ScoreSurveyJob => Origin.Survey,
        _ => "agency",
    };

    private async Task<string> ScoreAgencyAsync(FiscalYear year, string agency, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(year, agency, cancellationToken) is not { } row)
        {
            return $"score {year}: the agency has no result";
        }

        if (Origin.IsAppeal(row.Upload))
        {
            var origin = new Origin(row.Upload, row.ComputedAt, row.Entry(row.Version)!.By, row.Entry(row.Version)!.Reason);
            return $"score {year} {(await scoring.ScoreAgainAsync(year, agency, origin, cancellationToken) ? "new version" : "unchanged")}";
        }

        return row.Upload == Origin.Survey
            ? await ScoreSurveyAsync(year, agency, cancellationToken)
            : await ScoreUploadAsync(year, agency, row.Upload, cancellationToken);
    }

    private async Task<string> ScoreUploadAsync(FiscalYear year, string agency, string id, CancellationToken cancellationToken)
    {
        var upload = (await uploads.FindAsync(id, cancellationToken))?.Upload ?? throw new InvalidOperationException($"No upload {id} exists.");
        var isChanged = await scoring.ScoreAgainAsync(year, agency, upload.ToOrigin(), cancellationToken);
        return $"score {year} {(isChanged ? "new version" : "unchanged")}";
    }

    private async Task<string> ScoreSurveyAsync(FiscalYear year, string agency, CancellationToken cancellationToken)
    {
        if (await surveys.FindAsync(year, agency, cancellationToken) is not { ClosedAt: { } closedAt } survey)
        {
            return $"score {year}: the survey is open again";
        }

        var origin = new Origin(Origin.Survey, closedAt, survey.State.Closed?.By ?? "last day", survey.State.Closed?.Why);
        await scoring.ScoreAsync(year, [await scores.SheetAsync(survey, cancellationToken)], origin, cancellationToken);
        return $"score {year} of a survey";
    }

    private async Task FailSurveyAsync(FiscalYear year, string agency, CancellationToken cancellationToken)
    {
        if (await surveys.FindAsync(year, agency, cancellationToken) is { } survey
            && await surveys.WriteAsync(survey with { Failure = StepRunner.EveryTryFailed }, cancellationToken) is null)
        {
            throw new InvalidOperationException("The survey was changed at the same time; the message is retried.");
        }
    }
}
