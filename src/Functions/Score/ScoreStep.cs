using Ita.Domain;
using Ita.Functions.Invocation;
using Ita.Functions.Jobs;
using Ita.Functions.Results;
using Ita.Functions.Surveys;
using Ita.Functions.Uploads;

namespace Ita.Functions.Score;

/// <summary>Scores one agency anew from what is stored: its uploads' figures, or the sheets of its closed survey.</summary>
public sealed class ScoreStep(UploadTable uploads, SurveyTable surveys, SurveyScores scores, Scoring scoring) : IStep
{
    public string Function => "Score";

    public async Task<InvocationAnswer> RunAsync(InvocationPayload payload, CancellationToken cancellationToken)
    {
        var job = Job.Read<ScoreJob>(payload.Message("job"));
        var year = FiscalYear.FromBuddhistEra(job.Year);
        return job.Upload == Origin.Survey
            ? await OfSurveyAsync(year, job.Agency, cancellationToken)
            : await OfUploadAsync(year, job, cancellationToken);
    }

    private async Task<InvocationAnswer> OfUploadAsync(FiscalYear year, ScoreJob job, CancellationToken stop)
    {
        var upload = (await uploads.FindAsync(job.Upload, stop))?.Upload ?? throw new InvalidOperationException($"No upload {job.Upload} is written down.");
        var changed = await scoring.ScoreAgainAsync(year, job.Agency, Origin.Of(upload), stop);
        return InvocationAnswer.Done($"score {job.Year} {(changed ? "new version" : "unchanged")}");
    }

    private async Task<InvocationAnswer> OfSurveyAsync(FiscalYear year, string agency, CancellationToken stop)
    {
        if (await surveys.FindAsync(year, agency, stop) is not { ClosedAt: not null } survey)
        {
            return InvocationAnswer.Done($"score {year}: the survey is open again");
        }

        await scoring.ScoreAsync(year, [await scores.SheetAsync(survey, stop)], SurveyScores.OriginOf(survey), stop);
        return InvocationAnswer.Done($"score {year} of a survey");
    }
}
