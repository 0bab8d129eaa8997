using Ita.App.Jobs;
using Ita.App.Results;
using Ita.App.Surveys;
using Ita.App.Uploads;
using Ita.Domain;

namespace Ita.App.Scoring;

/// <summary>Scores one agency again from what is stored: the figures of its uploads, or the sheets of its closed survey.</summary>
public sealed class ScoreStep(UploadTable uploads, SurveyTable surveys, SurveyScores scores, ResultScoring scoring)
{
    /// <returns>The outcome, for the log.</returns>
    public Task<string> RunAsync(ScoreJob job, CancellationToken cancellationToken)
    {
        var year = FiscalYear.FromBuddhistEra(job.Year);
        return job.Upload == Origin.Survey
            ? ScoreSurveyAsync(year, job.Agency, cancellationToken)
            : ScoreUploadAsync(year, job, cancellationToken);
    }

    private async Task<string> ScoreUploadAsync(FiscalYear year, ScoreJob job, CancellationToken stop)
    {
        var upload = (await uploads.FindAsync(job.Upload, stop))?.Upload ?? throw new InvalidOperationException($"No upload {job.Upload} exists.");
        var changed = await scoring.ScoreAgainAsync(year, job.Agency, Origin.Of(upload), stop);
        return $"score {job.Year} {(changed ? "new version" : "unchanged")}";
    }

    private async Task<string> ScoreSurveyAsync(FiscalYear year, string agency, CancellationToken stop)
    {
        if (await surveys.FindAsync(year, agency, stop) is not { ClosedAt: not null } survey)
        {
            return $"score {year}: the survey is open again";
        }

        await scoring.ScoreAsync(year, [await scores.SheetAsync(survey, stop)], SurveyScores.OriginOf(survey), stop);
        return $"score {year} of a survey";
    }
}
