using Ita.App.Agencies;
using Ita.App.Measures;
using Ita.App.Remarks;
using Ita.App.Settings;
using Ita.Intake;

namespace Ita.App.Uploads;

/// <summary>Stores the content of an accepted file, in batches of 100 agencies of one year.</summary>
public sealed class IngestedRows(
    JobQueues queues,
    AgencyTable agencies,
    EvidenceTable evidence,
    MeasureTable measures,
    RemarkTable remarks,
    SettingsTable settings,
    ResultScoring scoring)
{
    /// <summary>Returns the number of results that changed.</summary>
    public async Task<int> StoreAsync(IntakeOutcome outcome, Upload upload, CancellationToken cancellationToken)
    {
        var stated = Stated.At(upload.ReceivedAt, upload.Id);
        foreach (var batch in Batches(
            outcome.Agencies.OrderBy(agency => agency.Year).ThenBy(agency => agency.Code, StringComparer.Ordinal), agency => agency.Year))
        {
            await agencies.MergeAsync(batch, stated, upload.Agency is null ? null : ThaiClock.DayOf(upload.ReceivedAt), cancellationToken);
        }

        if (outcome.Content is IntakeContent.ChecklistFile checklist)
        {
            await evidence.MergeAsync(checklist.Evidence, upload.Id, stated, cancellationToken);
        }
        else if (outcome.Content is IntakeContent.MeasuresFile plans)
        {
            await SendPlansAsync(plans, upload.ReceivedAt, stated, cancellationToken);
        }
        else if (outcome.Content is IntakeContent.RemarksFile written)
        {
            foreach (var sent in written.Sent)
            {
                await remarks.ReplaceAsync(sent.Year, sent.AgencyCode, sent.Sets, stated, cancellationToken);
            }
        }
        else if (outcome.Content is IntakeContent.SettingsFile file)
        {
            foreach (var given in file.Given)
            {
                await settings.UpdateAsync(given.Year, given.AgencyCode, given.Settings, cancellationToken);
            }
        }

        var changed = 0;
        foreach (var batch in Batches(outcome.Sheets, sheet => sheet.Year))
        {
            changed += await scoring.ScoreAsync(batch[0].Year, batch, upload.ToOrigin(), cancellationToken);
        }

        await ScoreAgainAsync(outcome, upload, cancellationToken);
        return changed;
    }

    private async Task SendPlansAsync(IntakeContent.MeasuresFile plans, DateTimeOffset at, string stated, CancellationToken cancellationToken)
    {
        foreach (var plan in plans.Planned.GroupBy(one => (one.Measure.Analysed, one.AgencyCode)))
        {
            var sent = plan.Select(one => one.Measure).ToList();
            await measures.SendAsync(plan.Key.Analysed, plan.Key.AgencyCode, sent, at, stated, cancellationToken);
        }
    }

    // A registry entry can change a score, because registration and head counts decide whether an agency is processed.
    private async Task ScoreAgainAsync(IntakeOutcome outcome, Upload upload, CancellationToken cancellationToken)
    {
        if (outcome.Kind != FileKind.Agencies)
        {
            return;
        }

        await Parallel.ForEachAsync(outcome.Agencies, cancellationToken, async (agency, cancellationToken) =>
            await queues.SendAsync(new ScoreUploadJob(agency.Year.BuddhistEra, agency.Code, upload.Id), cancellationToken));
    }

    // In input order, so that a batch is a range of row keys and only one batch of sheets is in memory.
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
