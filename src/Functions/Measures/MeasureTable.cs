using System.Collections.Immutable;
using Azure;
using Ita.Domain;
using Ita.Domain.Improvement;
using Ita.Functions.Storage;
using Ita.Functions.Storage.Tables;

namespace Ita.Functions.Measures;

/// <summary>Plans and their follow-up: table Measures, partition year and agency, row the measure's id.</summary>
public sealed class MeasureTable(OpenStorage storage, PictureBlobs pictures, TimeProvider clock)
{
    private TableClient Table => storage.Connection.Tables.GetTableClient(StorageNames.Tables.Measures);

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
            measures.Add(Read(row));
            var at = row.GetDateTimeOffset("changedAt");
            changedAt = changedAt is null || at > changedAt ? at : changedAt;
        }

        return (measures.ToImmutable(), changedAt);
    }

    public async Task<(Measure Measure, ETag ETag)?> FindAsync(FiscalYear analysed, string agency, string id, CancellationToken cancellationToken)
    {
        var row = await Table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(analysed, agency), TableKey.Escape(id), cancellationToken: cancellationToken);
        return row.HasValue ? (Read(row.Value!), row.Value!.ETag) : null;
    }

    /// <summary>A plan from a file in the place of the one that was there. A file has no rounds: what was reported of a measure stays with it.</summary>
    public async Task SendAsync(FiscalYear analysed, string agency, IReadOnlyCollection<Measure> measures, CancellationToken cancellationToken)
    {
        var known = await ByIdAsync(analysed, agency, cancellationToken);
        var merged = measures.Select(measure => known.TryGetValue(measure.Id, out var before) ? measure with { Reports = before.Reports } : measure).ToList();
        await ReplaceAsync(analysed, agency, merged, cancellationToken);
    }

    /// <summary>
    /// Puts a whole plan in the place of the one that was there, a hundred rows a transaction. The pictures of a measure stay with it; those of
    /// one that is left out are deleted.
    /// </summary>
    /// <param name="measures">Each id once.</param>
    public async Task ReplaceAsync(FiscalYear analysed, string agency, IReadOnlyCollection<Measure> measures, CancellationToken cancellationToken)
    {
        var known = await ByIdAsync(analysed, agency, cancellationToken);
        var kept = measures.Select(measure => measure.Id).ToHashSet(StringComparer.Ordinal);
        var gone = known.Values.Where(measure => !kept.Contains(measure.Id)).ToList();
        List<TableTransactionAction> actions =
        [
            .. gone.Select(measure => new TableTransactionAction(TableTransactionActionType.Delete, Write(agency, measure), ETag.All)),
            .. measures.Select(measure => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace,
                Write(agency, known.TryGetValue(measure.Id, out var before) ? measure with { Pictures = before.Pictures } : measure))),
        ];
        foreach (var batch in actions.Chunk(EntityTable.BatchSize))
        {
            await Table.SubmitTransactionAsync(batch, cancellationToken);
        }

        await Task.WhenAll(gone.Select(measure => pictures.DeleteAsync(analysed, agency, measure.Id, measure.Pictures, cancellationToken)));
    }

    /// <exception cref="RequestFailedException">412: somebody else changed it in between.</exception>
    public Task UpdateAsync(string agency, Measure measure, ETag read, CancellationToken cancellationToken) =>
        Table.UpdateEntityAsync(Write(agency, measure), read, TableUpdateMode.Replace, cancellationToken);

    private async Task<Dictionary<string, Measure>> ByIdAsync(FiscalYear analysed, string agency, CancellationToken cancellationToken) =>
        (await ListAsync(analysed, agency, cancellationToken)).ToDictionary(measure => measure.Id, StringComparer.Ordinal);

    private static string PartitionOf(FiscalYear analysed, string agency) => TableKey.Escape($"{analysed}+{agency}");

    private TableEntity Write(string agency, Measure measure) => new(PartitionOf(measure.Analysed, agency), TableKey.Escape(measure.Id))
    {
        ["json"] = StoredJson.Write(measure),
        ["changedAt"] = clock.GetUtcNow(),
    };

    private static Measure Read(TableEntity row) => StoredJson.Read<Measure>(row.GetString("json")!);
}
