using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Ita.App.Storage;
using Ita.Domain;
using Ita.Domain.Improvement;

namespace Ita.App.Measures;

/// <summary>Plans and their follow-up: table Measures, partition year and agency, row the measure's id.</summary>
public sealed class MeasureTable(OpenStorage storage, PictureBlobs pictures, TimeProvider clock)
{
    // No measure is called that.
    private const string Head = "!plan";

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Measures);

    /// <summary>By id; those of an analysed year.</summary>
    public async Task<IReadOnlyList<Measure>> ListAsync(FiscalYear analysed, string agency, CancellationToken cancellationToken) =>
        (await PlanAsync(analysed, agency, cancellationToken)).Plan;

    /// <summary>The same, and when the plan was last changed; null when there is none.</summary>
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

        return (measures.ToImmutable(), changedAt);
    }

    public async Task<(Measure Measure, ETag ETag)?> FindAsync(FiscalYear analysed, string agency, string id, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(PartitionOf(analysed, agency), TableKey.Escape(id), cancellationToken);
        return row.HasValue ? (Read(row.Value!), row.Value!.ETag) : null;
    }

    /// <summary>
    /// A plan from a file in the place of the one that was there, unless that was stated later. A file has no rounds: what was reported of a measure
    /// stays with it.
    /// </summary>
    /// <param name="at">When the file was received.</param>
    /// <param name="stated">The same as it sorts, see <see cref="Stated"/>.</param>
    public Task SendAsync(
        FiscalYear analysed, string agency, IReadOnlyCollection<Measure> measures, DateTimeOffset at, string stated, CancellationToken cancellationToken) =>
        ReplaceAsync(analysed, agency, known => [.. measures.Select(one => known.TryGetValue(one.Id, out var before) ? one with { Reports = before.Reports } : one)], at, stated, cancellationToken);

    /// <summary>Puts a whole plan, as somebody wrote it now, in the place of the one that was there.</summary>
    /// <param name="measures">Each id once.</param>
    public Task ReplaceAsync(FiscalYear analysed, string agency, IReadOnlyCollection<Measure> measures, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return ReplaceAsync(analysed, agency, _ => measures, now, Stated.At(now), cancellationToken);
    }

    // The pictures of a measure stay with it; those of one that is left out are deleted. The head row, which every change of a whole plan writes, makes two of them follow each other. A hundred rows a transaction.
    private async Task ReplaceAsync(
        FiscalYear analysed, string agency, Func<Dictionary<string, Measure>, IReadOnlyCollection<Measure>> planned, DateTimeOffset at, string stated, CancellationToken cancellationToken)
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
                .. measures.Select(measure => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Write(agency, measure with { Pictures = known.GetValueOrDefault(measure.Id)?.Pictures ?? [] }, at))),
            ];
            isWritten = true;
            foreach (var batch in actions.Chunk(EntityTable.BatchSize))
            {
                isWritten = isWritten && await Table.TrySubmitAsync(batch, cancellationToken);
            }
        }
        while (!isWritten);

        // The rows first: a plan never shows a picture that is gone.
        await Task.WhenAll(gone.Select(measure => pictures.DeleteAsync(analysed, agency, measure.Id, measure.Pictures, cancellationToken)));
    }

    /// <exception cref="RequestFailedException">412: somebody else changed it in between.</exception>
    public Task UpdateAsync(string agency, Measure measure, ETag read, CancellationToken cancellationToken) =>
        Table.UpdateEntityAsync(Write(agency, measure, clock.GetUtcNow()), read, TableUpdateMode.Replace, cancellationToken);

    private static string PartitionOf(FiscalYear analysed, string agency) => TableKey.Escape($"{analysed}+{agency}");

    private static TableEntity Write(string agency, Measure measure, DateTimeOffset at) => new(PartitionOf(measure.Analysed, agency), TableKey.Escape(measure.Id))
    {
        ["json"] = StoredJson.Write(measure),
        ["changedAt"] = at,
    };

    private static Measure Read(TableEntity row) => StoredJson.Read<Measure>(row.GetString("json")!);
}
