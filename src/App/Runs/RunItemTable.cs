using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Ita.App.Storage;

namespace Ita.App.Runs;

/// <summary>What a run is made of: table RunItems, partition the run, row subject and kind.</summary>
public sealed class RunItemTable(OpenStorage storage)
{
    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.RunItems);

    public async Task<RunItem?> FindAsync(string run, string subject, string kind, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(run, RunItem.RowKeyOf(subject, kind), cancellationToken);
        return row.HasValue ? RunItem.Read(row.Value!) : null;
    }

    /// <summary>Those of the items that are there, by row key.</summary>
    public async Task<Dictionary<string, RunItem>> FindAsync(string run, IReadOnlyCollection<string> rowKeys, CancellationToken cancellationToken)
    {
        var rows = await Table.FindManyAsync(run, rowKeys, cancellationToken);
        return rows.ToDictionary(pair => pair.Key, pair => RunItem.Read(pair.Value), StringComparer.Ordinal);
    }

    /// <summary>Every item of a run, by row key; a page at a time.</summary>
    public async IAsyncEnumerable<RunItem> AllAsync(string run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in Table.PartitionAsync(run, cancellationToken))
        {
            yield return RunItem.Read(row);
        }
    }

    /// <summary>Adds or replaces items, a hundred at a time, each as it was read: by its ETag, or new without one.</summary>
    /// <returns>False when somebody changed one of them in between: read again what is there now, the hundreds before are written.</returns>
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

    /// <summary>Changes an item as it stands at that moment, whoever else changes it at the same time.</summary>
    /// <param name="read">As it was read last.</param>
    /// <param name="change">Null for no change; called again when somebody was quicker.</param>
    public async Task ChangeAsync(string run, RunItem read, Func<RunItem, RunItem?> change, CancellationToken cancellationToken)
    {
        for (RunItem? item = read; item is not null && change(item) is { } changed; item = await FindAsync(run, read.Subject, read.Kind, cancellationToken))
        {
            if (await TryWriteAsync(run, [changed], cancellationToken))
            {
                return;
            }
        }
    }
}
