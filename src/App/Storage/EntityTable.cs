using System.Runtime.CompilerServices;

using Azure.Data.Tables.Models;

namespace Ita.App.Storage;

/// <summary>Reads and writes many rows of a partition at once.</summary>
public static class EntityTable
{
    /// <summary>The maximum number of actions in an entity group transaction.</summary>
    public const int BatchSize = 100;

    /// <summary>Fewer rows than this are read one by one; more by a query over the range between the first and the
    /// last key.</summary>
    private const int RangeFrom = 8;

    /// <summary>The rows of a partition with these row keys, by row key; missing rows are left out.</summary>
    public static async Task<Dictionary<string, TableEntity>> FindManyAsync(
        this StoredTable table, string partition, IReadOnlyCollection<string> rowKeys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        if (rowKeys.Count < RangeFrom)
        {
            var rows = await Task.WhenAll(rowKeys.Select(key => table.FindAsync(partition, key, cancellationToken)));
            foreach (var row in rows.Where(row => row.HasValue))
            {
                found.Add(row.Value!.RowKey, row.Value);
            }

            return found;
        }

        var wanted = rowKeys.ToHashSet(StringComparer.Ordinal);
        await foreach (var row in table.RangeAsync(
            partition, rowKeys.Min(StringComparer.Ordinal)!, rowKeys.Max(StringComparer.Ordinal)!, cancellationToken))
        {
            if (wanted.Contains(row.RowKey))
            {
                found.Add(row.RowKey, row);
            }
        }

        return found;
    }

    /// <summary>Every row of a partition, by row key.</summary>
    public static AsyncPageable<TableEntity> PartitionAsync(this StoredTable table, string partition, CancellationToken cancellationToken) =>
        table.QueryAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellationToken);

    /// <summary>Deletes every row of a partition.</summary>
    public static Task DeletePartitionAsync(this StoredTable table, string partition, CancellationToken cancellationToken) =>
        table.DeleteAsync(StoredTable.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken);

    /// <summary>Deletes the rows that a filter selects.</summary>
    public static async Task DeleteAsync(this StoredTable table, string filter, CancellationToken cancellationToken)
    {
        var rows = await table.QueryAsync(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken)
            .ToListAsync(cancellationToken);

        // One by one, because a transaction fails as a whole when one of its rows was deleted concurrently.
        await Parallel.ForEachAsync(rows, cancellationToken, async (row, cancellationToken) =>
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken));
    }

    /// <summary>The first rows of a partition after a row key, in key order.</summary>
    /// <param name="after">The empty string for the first page.</param>
    /// <param name="count">The maximum number of rows.</param>
    /// <param name="columns">Null for all; otherwise it must contain the keys.</param>
    public static async Task<IReadOnlyList<TableEntity>> AfterAsync(
        this StoredTable table, string partition, string after, int count, IReadOnlyCollection<string>? columns, CancellationToken cancellationToken)
    {
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after}");
        var rows = new List<TableEntity>(count);

        // A page may be short without being the last.
        await foreach (var row in table.QueryAsync(filter, count, columns, cancellationToken))
        {
            rows.Add(row);
            if (rows.Count == count)
            {
                break;
            }
        }

        return rows;
    }

    private static async IAsyncEnumerable<TableEntity> RangeAsync(
        this StoredTable table, string partition, string first, string last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = StoredTable.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey le {last}");
        await foreach (var row in table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>Writes rows under the ETags they were read with. At most <see cref="BatchSize"/> of one
    /// partition.</summary>
    /// <returns>False when one of them was changed since it was read; nothing is written.</returns>
    public static async Task<bool> TrySubmitAsync(
        this StoredTable table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            return false;
        }
    }

    /// <summary>Writes a row as it was read and changed, or a new one.</summary>
    /// <param name="read">The row as it was read; null when there was none.</param>
    /// <returns>False when another request changed the row since then; nothing is written.</returns>
    public static async Task<bool> TryReplaceAsync(
        this StoredTable table, TableEntity row, TableEntity? read, CancellationToken cancellationToken)
    {
        try
        {
            await (read is null
                ? table.AddEntityAsync(row, cancellationToken)
                : table.UpdateEntityAsync(row, read.ETag, TableUpdateMode.Replace, cancellationToken));
            return true;
        }
        catch (RequestFailedException raced)
            when (raced.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed
                || raced.ErrorCode == TableErrorCode.ResourceNotFound)
        {
            return false;
        }
    }

    /// <summary>Adds a new row, or replaces the one that was read unless it was changed since.</summary>
    public static TableTransactionAction AddOrReplace(TableEntity row, ETag? read) => read is { } etag
        ? new(TableTransactionActionType.UpdateReplace, row, etag)
        : new(TableTransactionActionType.Add, row);
}
