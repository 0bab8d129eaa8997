using System.Collections.Immutable;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Functions.Results;
using Ita.Functions.Uploads;
using Ita.Intake;

namespace Ita.Functions.Api;

/// <summary>What an upload would do, with nothing stored: its problems, and what it would change of each agency.</summary>
/// <param name="Status">As the upload would end.</param>
/// <param name="Results">The first <see cref="DryRun.Shown"/> agencies; the counts speak of all.</param>
public sealed record DryRunObject(
    string Status,
    string? Kind,
    UploadCounts? Counts,
    UploadDetection? Detection,
    int ProblemCount,
    ImmutableArray<UploadProblem> Problems,
    ImmutableArray<DryResultObject> Results);

/// <param name="Changes">Against the current version; everything is new when there is none.</param>
public sealed record DryResultObject(
    int FiscalYear, string AgencyCode, string? AgencyName, decimal? Total, string? Rating, ImmutableArray<FindingObject> Findings, DiffObject Changes);

/// <summary>Reads and scores an upload without storing anything.</summary>
public sealed class DryRun(Scoring scoring, IntakeSettings settings, TimeProvider clock)
{
    public const int Shown = 100;

    public async Task<DryRunObject> RunAsync(Stream content, Sender sender, CancellationToken stop)
    {
        content.Position = 0;
        var outcome = (await IntakeReader.ReadAsync(content, sender.FileName, settings, FrameworkCatalogue.Find, stop)).SentFor(sender.Agency);
        var blank = new Upload("dry-run", sender.FileName, "", content.Length, clock.GetUtcNow(), UploadStatus.Received, sender.By, sender.Reason, Problems: []);
        var results = outcome.IsRefused ? [] : await ResultsAsync(outcome, Origin.Of(blank), stop);
        var settled = UploadOutcome.Settled(blank, outcome, results.Count(result => result.Changes is not { Total: null, Rating: null, Items.Length: 0, Indicators.Length: 0 }));
        return new(
            Names.Of(settled.Status),
            settled.Kind,
            settled.Counts,
            settled.Detection,
            settled.ProblemCount,
            [.. UploadOutcome.AllOf(outcome).Select(UploadOutcome.ProblemOf)],
            [.. results]);
    }

    private async Task<List<DryResultObject>> ResultsAsync(IntakeOutcome outcome, Origin origin, CancellationToken stop)
    {
        var results = new List<DryResultObject>();
        foreach (var year in outcome.Sheets.Take(Shown).GroupBy(sheet => sheet.Year).OrderBy(group => group.Key))
        {
            var newer = outcome.Agencies.Where(agency => agency.Year == year.Key).ToList();
            var previews = await scoring.PreviewAsync(year.Key, [.. year], newer, origin, stop);
            results.AddRange(previews.Select(preview => Of(preview.Current, preview.Result)));
        }

        return results;
    }

    private static DryResultObject Of(AgencyResult? current, AgencyResult result) => new(
        result.Year.BuddhistEra,
        result.Agency.Code,
        result.Agency.Name,
        result.Total.Shown,
        result.Rating.BandName,
        [.. result.Findings.Select(FindingObject.Of)],
        DiffObject.Of(ResultDiff.Of(current, result), null, null, null, null));
}
