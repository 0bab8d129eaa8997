using Ita.Intake;
using Ita.Intake.Reading;

namespace Ita.App.Uploads;

/// <summary>What an upload would do: its problems and its changes per agency. Nothing is stored.</summary>
/// <param name="Status">The status that the upload would end with.</param>
/// <param name="Results">The first <see cref="DryRun.Shown"/> agencies; the counts are of all.</param>
/// <param name="Repeats">The id of the upload with the same bytes, which would change nothing; null when the bytes are new.</param>
public sealed record DryRunObject(
    UploadStatus Status,
    string? Kind,
    UploadCounts? Counts,
    UploadDetection? Detection,
    int ProblemCount,
    ImmutableArray<UploadProblem> Problems,
    ImmutableArray<DryResultObject> Results,
    string? Repeats);

/// <param name="Changes">Compared with the current version; every figure is new when there is none.</param>
public sealed record DryResultObject(
    int FiscalYear, string AgencyCode, string? AgencyName, decimal? Total,
    string? Rating, ImmutableArray<FindingObject> Findings, DiffObject Changes);

/// <summary>Reads and scores an upload without storing anything.</summary>
public sealed class DryRun(
    ResultScoring scoring, UploadIntake intake, StoredCodes codes, IntakeSettings settings, TimeProvider clock, KnownFrameworks frameworks)
{
    public const int Shown = 100;

    public async Task<DryRunObject> RunAsync(Stream content, Sender sender, CancellationToken cancellationToken)
    {
        var repeated = sender.Again ? null : await intake.FindAcceptedAsync(content, sender.Agency, cancellationToken);
        content.Position = 0;
        var read = await IntakeReader.ReadAsync(content, sender.FileName, settings, frameworks.Current, codes.FindAsync, cancellationToken);
        var outcome = read.SentFor(sender.Agency);
        var upload = new Upload(
            "dry-run", sender.FileName, "", content.Length, clock.GetUtcNow(), UploadStatus.Received, sender.By, sender.Reason, Problems: []);
        var (results, changed) = outcome.IsRefused ? ([], 0) : await ResultsAsync(outcome, (repeated ?? upload).ToOrigin(), cancellationToken);
        var settled = UploadOutcome.Settled(upload, outcome, changed);
        return new(
            settled.Status,
            settled.Kind,
            settled.Counts,
            settled.Detection,
            settled.ProblemCount,
            [.. UploadOutcome.AllOf(outcome).Select(UploadOutcome.ProblemOf)],
            [.. results],
            repeated?.Id);
    }

    private async Task<(List<DryResultObject> Results, int Changed)> ResultsAsync(
        IntakeOutcome outcome, Origin origin, CancellationToken cancellationToken)
    {
        var (results, changed) = (new List<DryResultObject>(), 0);
        var agencies = outcome.Agencies.ToLookup(agency => (agency.Year, agency.Code));
        foreach (var batch in Sheets(outcome).GroupBy(sheet => sheet.Year)
            .OrderBy(year => year.Key).SelectMany(year => year.Chunk(EntityTable.BatchSize)))
        {
            var newer = batch.SelectMany(sheet => agencies[(sheet.Year, sheet.AgencyCode)]).ToList();
            var previews = await scoring.PreviewAsync(batch[0].Year, batch, newer, origin, withCurrent: results.Count < Shown, cancellationToken);
            changed += previews.Count(preview => preview.IsChanged);
            results.AddRange(previews.Take(Shown - results.Count).Select(Of));
        }

        return (results, changed);
    }

    // A registry entry has no score of its own and can change one.
    private static IEnumerable<ScoreSheet> Sheets(IntakeOutcome outcome) => outcome.Kind == FileKind.Agencies
        ? outcome.Agencies.Select(agency => ScoreSheet.Empty(agency.Year, agency.Code))
        : outcome.Sheets;

    private static DryResultObject Of(ScorePreview preview) => new(
        preview.Result.Year.BuddhistEra,
        preview.Result.Agency.Code,
        preview.Result.Agency.Name,
        preview.Result.Total.Shown,
        preview.Result.Rating.BandName,
        [.. preview.Result.Findings.Select(FindingObject.From)],
        DiffObject.Create(ResultDiff.Compare(preview.Current, preview.Result), null, null, null, null));
}
