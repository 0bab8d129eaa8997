using System.Runtime.CompilerServices;

namespace Ita.App.Runs;

/// <summary>The items of runs: table RunItems, one partition per run, one row per subject and kind.</summary>
public sealed class RunItemTable(OpenStorage storage)
{
    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.RunItems);

    public async Task<RunItem?> FindAsync(string run, string subject, string kind, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(run, RunItem.RowKeyOf(subject, kind), cancellationToken);
        return row.HasValue ? RunItem.Read(row.Value!) : null;
    }

    /// <summary>The items with these row keys that exist, by row key.</summary>
    public async Task<Dictionary<string, RunItem>> FindAsync(string run, IReadOnlyCollection<string> rowKeys, CancellationToken cancellationToken)
    {
        var rows = await Table.FindManyAsync(run, rowKeys, cancellationToken);
        return rows.ToDictionary(pair => pair.Key, pair => RunItem.Read(pair.Value), StringComparer.Ordinal);
    }

    /// <summary>Every item of a run, in the order of row keys; read page by page.</summary>
    public async IAsyncEnumerable<RunItem> AllAsync(string run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in Table.PartitionAsync(run, cancellationToken))
        {
            yield return RunItem.Read(row);
        }
    }

    /// <summary>Adds or replaces items in transactions of 100, each under the ETag it was read with; an item without
    /// an ETag is added.</summary>
    /// <returns>False when one of them was changed since it was read. Read the items again; the transactions before
    /// are written.</returns>
    public async Task<bool> TryWriteAsync(string run, IEnumerable<RunItem> items, CancellationToken cancellationToken)
    {
        foreach (var batch in items.Chunk(EntityTable.BatchSize))
        {
            if (!await Table.TrySubmitAsync(batch.Select(item => EntityTable.AddOrReplace(item.ToEntity(run), item.ETag)), cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Changes the current state of an item; concurrent changes are detected and the change is applied
    /// again.</summary>
    /// <param name="read">The item as it was last read.</param>
    /// <param name="change">Returns null for no change; called again after a concurrent change.</param>
    public async Task ChangeAsync(string run, RunItem read, Func<RunItem, RunItem?> change, CancellationToken cancellationToken)
    {
        for (
            RunItem? item = read;
            item is not null && change(item) is { } changed;
            item = await FindAsync(run, read.Subject, read.Kind, cancellationToken))
        {
            if (await TryWriteAsync(run, [changed], cancellationToken))
            {
                return;
            }
        }
    }
}
