using Ita.Intake;
using Ita.Intake.Headers;

namespace Ita.App.Results;

/// <summary>An assessor's note on a checklist item: its address and a remark. A remark can name people and is shown to key holders only.</summary>
public sealed record ItemEvidence(string Item, string? Url, string? Comment, string Upload);

/// <summary>Notes on checklist items: table Evidence, one partition per year and agency, one row per item.</summary>
public sealed class EvidenceTable(OpenStorage storage)
{
    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Evidence);

    /// <summary>Writes the evidence of a file. Items missing from it, and items stated by a later file, are not
    /// changed.</summary>
    /// <param name="upload">The upload's id.</param>
    /// <param name="stated">When it was received, see <see cref="Stated"/>.</param>
    public async Task MergeAsync(IEnumerable<Evidence> evidence, string upload, string stated, CancellationToken cancellationToken)
    {
        foreach (var agency in evidence.GroupBy(one => PartitionOf(one.Year, one.AgencyCode)))
        {
            foreach (var batch in agency.DistinctBy(one => one.Item).Chunk(EntityTable.BatchSize))
            {
                while (!await TryMergeAsync([.. batch.Select(one => Write(agency.Key, one, upload, stated))], cancellationToken))
                {
                    // One of the rows was changed concurrently; they are read again.
                }
            }
        }
    }

    private async Task<bool> TryMergeAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        var known = await Table.FindManyAsync(rows[0].PartitionKey, [.. rows.Select(row => row.RowKey)], cancellationToken);
        var counting = rows
            .Where(row => Stated.Counts(row.GetString(Stated.Column)!, known.GetValueOrDefault(row.RowKey)?.GetString(Stated.Column)))
            .Select(row => EntityTable.AddOrReplace(row, known.GetValueOrDefault(row.RowKey)?.ETag))
            .ToList();
        foreach (var transaction in counting.InTransactions())
        {
            if (!await Table.TrySubmitAsync(transaction, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    public async Task<IReadOnlyList<ItemEvidence>> ListAsync(FiscalYear year, string agency, CancellationToken cancellationToken)
    {
        var found = new List<ItemEvidence>();
        await foreach (var row in Table.PartitionAsync(PartitionOf(year, agency), cancellationToken))
        {
            found.Add(new(TableKey.Unescape(row.RowKey), row.GetString("url"), row.GetString("comment"), row.GetString("upload")!));
        }

        return found;
    }

    private static string PartitionOf(FiscalYear year, string agency) => TableKey.Escape($"{year}+{agency}");

    private static TableEntity Write(
        string partition, Evidence evidence, string upload, string stated) => new(partition, TableKey.Escape(evidence.Item))
        {
            ["url"] = evidence.Url,
            ["comment"] = evidence.Comment,
            ["upload"] = upload,
            [Stated.Column] = stated,
        };
}
