using Azure.Data.Tables.Models;

namespace Ita.App.Storage;

/// <summary>One table of the app. Wraps the client of Azure.Data.Tables and adds checks that it lacks: keys and
/// transactions are checked before anything is sent, and a missing table always throws. Thread-safe.</summary>
/// <remarks>A call is retried when its response is lost. A retried <see cref="AddEntityAsync"/>, or a transaction
/// that contains an Add, may therefore conflict with its own first attempt and fail with EntityAlreadyExists; steps
/// that may run twice use Upsert.</remarks>
public sealed class StoredTable(TableClient table)
{

    public static string CreateQueryFilter(FormattableString filter) => TableClient.CreateQueryFilter(filter);

    /// <summary>Reads a row; the response has no value when the row does not exist.</summary>
    /// <exception cref="RequestFailedException">404 TableNotFound: the table was not created at
    /// deployment.</exception>
    public async Task<NullableResponse<TableEntity>> FindAsync(string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        TableKeyRule.Check(partitionKey, nameof(partitionKey));
        TableKeyRule.Check(rowKey, nameof(rowKey));
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, cancellationToken: cancellationToken);
        if (!found.HasValue)
        {
            ThrowIfTableIsMissing(found.GetRawResponse());
        }

        return found;
    }

    /// <summary>Writes a new row.</summary>
    /// <exception cref="RequestFailedException">409 EntityAlreadyExists.</exception>
    public Task<Response> AddEntityAsync(TableEntity entity, CancellationToken cancellationToken)
    {
        Check(entity);
        return table.AddEntityAsync(entity, cancellationToken);
    }

    /// <summary>Writes the row whether or not it exists, regardless of its ETag.</summary>
    public Task<Response> UpsertEntityAsync(TableEntity entity, TableUpdateMode mode, CancellationToken cancellationToken)
    {
        Check(entity);
        return table.UpsertEntityAsync(entity, mode, cancellationToken);
    }

    /// <param name="ifMatch">The ETag that the row must have; <see cref="ETag.All"/> for any.</param>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied: the row was changed. 404: the row
    /// does not exist.</exception>
    public Task<Response> UpdateEntityAsync(TableEntity entity, ETag ifMatch, TableUpdateMode mode, CancellationToken cancellationToken)
    {
        Check(entity);
        return table.UpdateEntityAsync(entity, ifMatch, mode, cancellationToken);
    }

    /// <summary>Deletes the row; succeeds when it does not exist.</summary>
    public async Task DeleteEntityAsync(string partitionKey, string rowKey, CancellationToken cancellationToken)
    {
        TableKeyRule.Check(partitionKey, nameof(partitionKey));
        TableKeyRule.Check(rowKey, nameof(rowKey));
        ThrowIfTableIsMissing(await table.DeleteEntityAsync(partitionKey, rowKey, cancellationToken: cancellationToken));
    }

    /// <param name="filter">From <see cref="CreateQueryFilter"/>; every row when null.</param>
    /// <param name="maxPerPage">1 to 1,000, the service's own limit and default.</param>
    /// <param name="select">The properties to read, keys included; all when null.</param>
    public AsyncPageable<TableEntity> QueryAsync(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        table.QueryAsync<TableEntity>(filter, maxPerPage, select, cancellationToken);

    /// <summary>Executes all actions or none.</summary>
    /// <param name="actions">1 to 100 of one partition, each row once.</param>
    /// <exception cref="ArgumentException">The actions cannot form a transaction; nothing was sent.</exception>
    /// <exception cref="TableTransactionFailedException">One action failed, so none was executed.</exception>
    public Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken) =>
        table.SubmitTransactionAsync(TransactionRule.Checked(actions), cancellationToken);

    private static void Check(TableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        TableKeyRule.Check(entity.PartitionKey, nameof(entity.PartitionKey));
        TableKeyRule.Check(entity.RowKey, nameof(entity.RowKey));
    }

    // The package treats a missing table as a missing row; only the error code in the body tells them apart.
    private static void ThrowIfTableIsMissing(Response response)
    {
        if (response.Status == StatusCodes.Status404NotFound
            && response.Content.ToString().Contains(TableErrorCode.TableNotFound.ToString(), StringComparison.Ordinal))
        {
            throw new RequestFailedException(response);
        }
    }
}
