using Ita.Domain;
using Ita.App.Agencies;
using Ita.App.Checklist;
using Ita.App.Jobs;
using Ita.App.Measures;
using Ita.App.Results;
using Ita.App.Storage;
using Ita.App.Uploads;
using Ita.Intake;

namespace Ita.App.Ingest;

/// <summary>Stores what an accepted file says, in batches of a hundred agencies of one year.</summary>
public sealed class IngestedRows(OpenStorage storage, AgencyTable agencies, EvidenceTable evidence, MeasureTable measures, Scoring scoring)
{
    /// <summary>The number of results that changed.</summary>
    public async Task<int> StoreAsync(IntakeOutcome outcome, Upload upload, CancellationToken cancellationToken)
    {
        var stated = Stated.At(upload.ReceivedAt, upload.Id);
        foreach (var batch in Batches(outcome.Agencies.OrderBy(agency => agency.Year).ThenBy(agency => agency.Code, StringComparer.Ordinal), agency => agency.Year))
        {
            await agencies.MergeAsync(batch, stated, cancellationToken);
        }

        if (outcome.Content is IntakeContent.ChecklistFile checklist)
        {
            await evidence.MergeAsync(checklist.Evidence, upload, cancellationToken);
        }
        else if (outcome.Content is IntakeContent.MeasuresFile plans)
        {
            foreach (var plan in plans.Planned.GroupBy(one => (one.Measure.Analysed, one.AgencyCode)))
            {
                await measures.SendAsync(plan.Key.Analysed, plan.Key.AgencyCode, [.. plan.Select(one => one.Measure)], upload.ReceivedAt, stated, cancellationToken);
            }
        }

        var changed = 0;
        foreach (var batch in Batches(outcome.Sheets, sheet => sheet.Year))
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

    // In the order they come, so that a batch is a range of row keys and no more than one batch of sheets is in memory.
    private static IEnumerable<IReadOnlyList<T>> Batches<T>(IEnumerable<T> sorted, Func<T, FiscalYear> year)
    {
        var batch = new List<T>(EntityTable.BatchSize);
        foreach (var value in sorted)
        {
            if (batch.Count == EntityTable.BatchSize || (batch.Count > 0 && year(batch[0]) != year(value)))
            {
                yield return batch;
                batch = new(EntityTable.BatchSize);
            }

            batch.Add(value);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
