using System.Collections.Immutable;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.App.Results;
using Ita.App.Storage;
using Ita.App.Uploads;
using Ita.Intake;
using Ita.Intake.Reading;

namespace Ita.App.Api;

/// <summary>What an upload would do, with nothing stored: its problems, and what it would change of each agency.</summary>
/// <param name="Status">As the upload would end.</param>
/// <param name="Results">The first <see cref="DryRun.Shown"/> agencies; the counts speak of all.</param>
/// <param name="Repeats">The upload that these bytes are already: sent again they change nothing. Null when they are new.</param>
public sealed record DryRunObject(
    string Status,
    string? Kind,
    UploadCounts? Counts,
    UploadDetection? Detection,
    int ProblemCount,
    ImmutableArray<UploadProblem> Problems,
    ImmutableArray<DryResultObject> Results,
    string? Repeats);

/// <param name="Changes">Against the current version; everything is new when there is none.</param>
public sealed record DryResultObject(
    int FiscalYear, string AgencyCode, string? AgencyName, decimal? Total, string? Rating, ImmutableArray<FindingObject> Findings, DiffObject Changes);

/// <summary>Reads and scores an upload without storing anything.</summary>
public sealed class DryRun(Scoring scoring, UploadIntake intake, IntakeSettings settings, TimeProvider clock)
{
    public const int Shown = 100;

    public async Task<DryRunObject> RunAsync(Stream content, Sender sender, CancellationToken stop)
    {
        var repeated = sender.Again ? null : await intake.FindAcceptedAsync(content, sender.Agency, stop);
        content.Position = 0;
        var outcome = (await IntakeReader.ReadAsync(content, sender.FileName, settings, FrameworkCatalogue.Find, stop)).SentFor(sender.Agency);
        var upload = new Upload("dry-run", sender.FileName, "", content.Length, clock.GetUtcNow(), UploadStatus.Received, sender.By, sender.Reason, Problems: []);
        var (results, changed) = outcome.IsRefused ? ([], 0) : await ResultsAsync(outcome, Origin.Of(repeated ?? upload), stop);
        var settled = UploadOutcome.Settled(upload, outcome, changed);
        return new(
            Names.Of(settled.Status),
            settled.Kind,
            settled.Counts,
            settled.Detection,
            settled.ProblemCount,
            [.. UploadOutcome.AllOf(outcome).Select(UploadOutcome.ProblemOf)],
            [.. results],
            repeated?.Id);
    }

    private async Task<(List<DryResultObject> Results, int Changed)> ResultsAsync(IntakeOutcome outcome, Origin origin, CancellationToken stop)
    {
        var (results, changed) = (new List<DryResultObject>(), 0);
        var agencies = outcome.Agencies.ToLookup(agency => (agency.Year, agency.Code));
        foreach (var batch in Sheets(outcome).GroupBy(sheet => sheet.Year).OrderBy(year => year.Key).SelectMany(year => year.Chunk(EntityTable.BatchSize)))
        {
            var newer = batch.SelectMany(sheet => agencies[(sheet.Year, sheet.AgencyCode)]).ToList();
            var previews = await scoring.PreviewAsync(batch[0].Year, batch, newer, origin, withCurrent: results.Count < Shown, stop);
            changed += previews.Count(preview => preview.IsChanged);
            results.AddRange(previews.Take(Shown - results.Count).Select(Of));
        }

        return (results, changed);
    }

    // A registry entry states no score, and can change one.
    private static IEnumerable<ScoreSheet> Sheets(IntakeOutcome outcome) => outcome.Kind == FileKind.Agencies
        ? outcome.Agencies.Select(agency => ScoreSheet.Empty(agency.Year, agency.Code))
        : outcome.Sheets;

    private static DryResultObject Of(ScorePreview preview) => new(
        preview.Result.Year.BuddhistEra,
        preview.Result.Agency.Code,
        preview.Result.Agency.Name,
        preview.Result.Total.Shown,
        preview.Result.Rating.BandName,
        [.. preview.Result.Findings.Select(FindingObject.Of)],
        DiffObject.Of(ResultDiff.Of(preview.Current, preview.Result), null, null, null, null));
}
