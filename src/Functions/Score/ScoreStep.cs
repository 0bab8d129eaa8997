using Ita.Domain;
using Ita.Functions.Invocation;
using Ita.Functions.Jobs;
using Ita.Functions.Results;
using Ita.Functions.Uploads;

namespace Ita.Functions.Score;

/// <summary>Scores one agency anew from what is stored.</summary>
public sealed class ScoreStep(UploadTable uploads, Scoring scoring) : IStep
{
    public string Function => "Score";

    public async Task<InvocationAnswer> RunAsync(InvocationPayload payload, CancellationToken cancellationToken)
    {
        var job = Job.Read<ScoreJob>(payload.Message("job"));
        var upload = (await uploads.FindAsync(job.Upload, cancellationToken))?.Upload
            ?? throw new InvalidOperationException($"No upload {job.Upload} is written down.");
        var changed = await scoring.ScoreAgainAsync(
            FiscalYear.FromBuddhistEra(job.Year), job.Agency, Origin.Of(upload), cancellationToken);
        return InvocationAnswer.Done($"score {job.Year} {(changed ? "new version" : "unchanged")}");
    }
}
