using Ita.Domain.Improvement;

namespace Ita.App.Measures;

/// <summary>Plans and their follow-up: table Measures, one partition per year and agency, one row per
/// measure.</summary>
public sealed class MeasureTable(OpenStorage storage, PictureBlobs pictures, TimeProvider clock)
{
    // The row key of the plan itself; the id of a measure cannot begin with an exclamation mark.
    private const string Head = "!plan";

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Measures);

    /// <summary>The measures of an analysed year, in the order of the plan: by place, those without one last by id.</summary>
    public async Task<IReadOnlyList<Measure>> ListAsync(FiscalYear analysed, string agency, CancellationToken cancellationToken) =>
        (await PlanAsync(analysed, agency, cancellationToken)).Plan;

    /// <summary>The plan of an analysed year, and when it was last changed; null when there is none.</summary>
    public async Task<(ImmutableArray<Measure> Plan, DateTimeOffset? ChangedAt)> PlanAsync(
        FiscalYear analysed, string agency, CancellationToken cancellationToken)
    {
        var measures = ImmutableArray.CreateBuilder<Measure>();
        DateTimeOffset? changedAt = null;
        await foreach (var row in Table.PartitionAsync(PartitionOf(analysed, agency), cancellationToken))
        {
            if (row.RowKey == Head)
            {
                continue;
            }

            measures.Add(Read(row));
            var at = row.GetDateTimeOffset("changedAt");
            changedAt = changedAt is null || at > changedAt ? at : changedAt;
        }

        return ([.. InOrder(measures)], changedAt);
    }

    public async Task<(Measure Measure, ETag ETag)?> FindAsync(FiscalYear analysed, string agency, string id, CancellationToken cancellationToken)
    {
        if (id == Head)
        {
            return null;
        }

        var row = await Table.FindAsync(PartitionOf(analysed, agency), TableKey.Escape(id), cancellationToken);
        return row.HasValue ? (Read(row.Value!), row.Value!.ETag) : null;
    }

    /// <summary>
    /// Replaces the plan by one from a file, unless the stored plan was stated later. A file has no follow-up rounds, so the reports of a
    /// measure are kept.
    /// </summary>
    /// <param name="at">When the file was received.</param>
    /// <param name="stated">The same time as a sortable text, see <see cref="Stated"/>.</param>
    public Task SendAsync(
        FiscalYear analysed, string agency, IReadOnlyCollection<Measure> measures,
        DateTimeOffset at, string stated, CancellationToken cancellationToken) =>
        ReplaceAsync(
            analysed, agency, known => [.. measures.Select(one => one with { Reports = known.GetValueOrDefault(one.Id)?.Reports ?? one.Reports })],
            at, stated, cancellationToken);

    /// <summary>Replaces the whole plan by one that is stated now.</summary>
    /// <param name="measures">Each id once.</param>
    public Task ReplaceAsync(FiscalYear analysed, string agency, IReadOnlyCollection<Measure> measures, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return ReplaceAsync(analysed, agency, _ => measures, now, Stated.At(now), cancellationToken);
    }

    // Pictures of a kept measure are kept; those of a deleted one are deleted. Every change of a whole plan writes the
    // head row, whose ETag detects concurrent changes. A transaction has at most 100 rows.
    private async Task ReplaceAsync(
        FiscalYear analysed, string agency, Func<Dictionary<string, Measure>, IReadOnlyCollection<Measure>> planned,
        DateTimeOffset at, string stated, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(analysed, agency);
        bool isWritten;
        List<Measure> gone;
        do
        {
            var head = await Table.FindAsync(partition, Head, cancellationToken);
            if (head.HasValue && !Stated.Counts(stated, head.Value!.GetString(Stated.Column)))
            {
                return;
            }

            var known = (await ListAsync(analysed, agency, cancellationToken)).ToDictionary(measure => measure.Id, StringComparer.Ordinal);
            var measures = planned(known);
            var kept = measures.Select(measure => measure.Id).ToHashSet(StringComparer.Ordinal);
            gone = [.. known.Values.Where(measure => !kept.Contains(measure.Id))];
            List<TableTransactionAction> actions =
            [
                EntityTable.AddOrReplace(new TableEntity(partition, Head) { [Stated.Column] = stated }, head.HasValue ? head.Value!.ETag : null),
                .. gone.Select(measure => new TableTransactionAction(TableTransactionActionType.Delete, Write(agency, measure, at), ETag.All)),
                .. measures.Select(measure => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    Write(agency, measure with { Pictures = known.GetValueOrDefault(measure.Id)?.Pictures ?? [] }, at))),
            ];
            isWritten = true;
            foreach (var batch in actions.InTransactions())
            {
                isWritten = isWritten && await Table.TrySubmitAsync(batch, cancellationToken);
            }
        }
        while (!isWritten);

        // Rows are deleted before pictures, so that a plan never refers to a deleted picture.
        await Task.WhenAll(gone.Select(measure => pictures.DeleteAsync(analysed, agency, measure.Id, measure.Pictures, cancellationToken)));
    }

    /// <summary>Adds, changes or deletes measures. Only rows that differ are written, and a change by another request in the meantime is
    /// kept: the plan is then read and computed again.</summary>
    /// <param name="change">The new plan of the stored one, or why there is none.</param>
    internal async Task<Outcome<List<Measure>>> ChangeAsync(
        FiscalYear analysed, string agency, Func<List<Measure>, Outcome<List<Measure>>> change, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(analysed, agency);
        while (true)
        {
            var rows = await Table.PartitionAsync(partition, cancellationToken)
                .ToDictionaryAsync(row => row.RowKey, row => row, null, cancellationToken);
            var head = rows.GetValueOrDefault(Head);
            rows.Remove(Head);
            var known = rows.Values.Select(row => (Measure: Read(row), row.ETag)).ToDictionary(one => one.Measure.Id, StringComparer.Ordinal);
            var next = change([.. InOrder(known.Values.Select(one => one.Measure))]);
            if (next.IsRefused)
            {
                return next;
            }

            var kept = next.Value.Select(measure => measure.Id).ToHashSet(StringComparer.Ordinal);
            var gone = known.Values.Where(one => !kept.Contains(one.Measure.Id)).ToList();
            if (await Table.TrySubmitAsync(ActionsOf(partition, agency, head, known, gone, next.Value), cancellationToken))
            {
                await Task.WhenAll(gone.Select(one =>
                    pictures.DeleteAsync(analysed, agency, one.Measure.Id, one.Measure.Pictures, cancellationToken)));
                return next;
            }
        }
    }

    private List<TableTransactionAction> ActionsOf(
        string partition, string agency, TableEntity? head, Dictionary<string, (Measure Measure, ETag ETag)> known,
        List<(Measure Measure, ETag ETag)> gone, List<Measure> next)
    {
        var now = clock.GetUtcNow();
        return
        [
            EntityTable.AddOrReplace(new TableEntity(partition, Head) { [Stated.Column] = Stated.At(now) }, head?.ETag),
            .. gone.Select(one => new TableTransactionAction(TableTransactionActionType.Delete, Write(agency, one.Measure, now), one.ETag)),
            .. from measure in next
               let before = known.TryGetValue(measure.Id, out var stored) ? stored : default
               where before.Measure is null || StoredJson.Write(before.Measure) != StoredJson.Write(measure)
               select EntityTable.AddOrReplace(Write(agency, measure, now), before.Measure is null ? null : before.ETag),
        ];
    }

    /// <returns>False when the measure was changed since it was read; nothing is written.</returns>
    public async Task<bool> TryUpdateAsync(string agency, Measure measure, ETag read, CancellationToken cancellationToken)
    {
        try
        {
            await Table.UpdateEntityAsync(Write(agency, measure, clock.GetUtcNow()), read, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException conflict) when (conflict.Status == StatusCodes.Status412PreconditionFailed)
        {
            return false;
        }
    }

    /// <summary>The UTF-16 units that a measure takes in its row.</summary>
    internal static int SizeOf(Measure measure) => StoredJson.Write(measure).Length;

    private static IEnumerable<Measure> InOrder(IEnumerable<Measure> measures) =>
        measures.OrderBy(measure => measure.Place ?? int.MaxValue).ThenBy(measure => measure.Id, StringComparer.Ordinal);

    private static string PartitionOf(FiscalYear analysed, string agency) => TableKey.Escape($"{analysed}+{agency}");

    private static TableEntity Write(
        string agency, Measure measure, DateTimeOffset at) => new(PartitionOf(measure.Analysed, agency), TableKey.Escape(measure.Id))
        {
            ["json"] = StoredJson.Write(measure),
            ["changedAt"] = at,
        };

    private static Measure Read(TableEntity row) => StoredMeasures.Read(row.GetString("json")!);
}
