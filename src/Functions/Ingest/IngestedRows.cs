using Ita.Domain;
using Ita.Functions.Agencies;
using Ita.Functions.Jobs;
using Ita.Functions.Results;
using Ita.Functions.Storage;
using Ita.Functions.Uploads;
using Ita.Intake;

namespace Ita.Functions.Ingest;

/// <summary>Stores what an accepted file says, in batches of a hundred agencies of one year.</summary>
public sealed class IngestedRows(OpenStorage storage, AgencyTable agencies, Scoring scoring)
{
    /// <summary>The number of results that changed.</summary>
    public async Task<int> StoreAsync(IntakeOutcome outcome, Upload upload, CancellationToken cancellationToken)
    {
        foreach (var batch in Batches(outcome.Agencies, agency => agency.Year, agency => agency.Code))
        {
            await agencies.MergeAsync(batch, cancellationToken);
        }

        var changed = 0;
        foreach (var batch in Batches(outcome.Sheets, sheet => sheet.Year, sheet => sheet.AgencyCode))
        {
            changed += await scoring.ScoreAsync(batch[0].Year, batch, Origin.Of(upload), cancellationToken);
        }

        await ScoreAgainAsync(outcome, upload, cancellationToken);
        return changed;
    }

    // A registry entry alone can change a score: registration and head counts decide what is processed.
    private async Task ScoreAgainAsync(IntakeOutcome outcome, Upload upload, CancellationToken cancellationToken)
    {
        if (outcome.Kind != FileKind.Agencies)
        {
            return;
        }

        var queue = storage.Connection.Queues.GetQueueClient(StorageNames.Queues.Score);
        await Parallel.ForEachAsync(outcome.Agencies, cancellationToken, async (agency, stop) =>
            await queue.SendMessageAsync(Job.Write(new ScoreJob(agency.Year.BuddhistEra, agency.Code, upload.Id)), stop));
    }

    // Sorted, so that a batch is a range of row keys.
    private static IEnumerable<T[]> Batches<T>(IEnumerable<T> values, Func<T, FiscalYear> year, Func<T, string> code) => values
        .GroupBy(year)
        .OrderBy(group => group.Key)
        .SelectMany(group => group.OrderBy(value => TableKey.Escape(code(value)), StringComparer.Ordinal).Chunk(EntityTable.BatchSize));
}
