using System.Text.RegularExpressions;
using Azure;
using Azure.Core;

namespace Ita.Functions.Storage.Tables;

/// <summary>One table. Safe to use from many threads.</summary>
/// <remarks>
/// Every call is retried by the pipeline when the answer is lost. A retried <see cref="AddEntityAsync"/>, or a transaction with
/// an Add in it, may therefore meet its own first attempt and answer EntityAlreadyExists; steps that run twice use Upsert.
/// Every method throws <see cref="RequestFailedException"/> with Status and ErrorCode when the service refuses, and
/// <see cref="ArgumentException"/> before sending when a key cannot be a key.
/// </remarks>
public sealed partial class TableClient
{
    private readonly TableHttp _http;

    internal TableClient(TableHttp http, string name)
    {
        Name = TableName().IsMatch(name)
            ? name
            : throw new ArgumentException($"'{name}' is not a table name: 3 to 63 letters and digits, a letter first.", nameof(name));
        _http = http;
    }

    public string Name { get; }

    /// <inheritdoc cref="TableFilter.Create"/>
    public static string CreateQueryFilter(FormattableString filter) => TableFilter.Create(filter);

    /// <summary>Makes the table, or finds it made: both are a success (status 204 or 409).</summary>
    public async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var body = EntityWriter.Write(new TableEntity { ["TableName"] = Name });
        using var message = _http.Message(RequestMethod.Post, TablePath.Tables, body);
        var response = await _http.SendAsync(message, cancellationToken, TableErrorCode.TableAlreadyExists);
        return Response.FromValue(new TableItem(Name), response);
    }

    /// <param name="select">The properties wanted, PartitionKey and RowKey among them if so; all when null.</param>
    /// <exception cref="RequestFailedException">404 ResourceNotFound when there is no such entity.</exception>
    public async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : TableEntity, new()
    {
        using var message = Get(partitionKey, rowKey, select);
        return ReadOne<T>(await _http.SendAsync(message, cancellationToken));
    }

    /// <summary>As <see cref="GetEntityAsync"/>, but no entity is an answer. A missing table is still a failure.</summary>
    public async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : TableEntity, new()
    {
        using var message = Get(partitionKey, rowKey, select);
        var response = await _http.SendAsync(message, cancellationToken, TableErrorCode.ResourceNotFound);
        return response.IsError ? new NoValueResponse<T>(response) : ReadOne<T>(response);
    }

    /// <summary>Writes a new entity. The answer's ETag header is its version.</summary>
    /// <exception cref="RequestFailedException">409 EntityAlreadyExists.</exception>
    public async Task<Response> AddEntityAsync(TableEntity entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        TableKeyRule.Check(entity.PartitionKey, nameof(entity.PartitionKey));
        TableKeyRule.Check(entity.RowKey, nameof(entity.RowKey));
        using var message = _http.Message(RequestMethod.Post, TablePath.New(Name), EntityWriter.Write(entity));
        return await _http.SendAsync(message, cancellationToken);
    }

    /// <summary>Writes the entity whether or not there is one, whatever its version.</summary>
    public Task<Response> UpsertEntityAsync(
        TableEntity entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        WriteAsync(entity, mode, ifMatch: null, cancellationToken);

    /// <param name="ifMatch">The version to change; <see cref="ETag.All"/> for any.</param>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied: somebody was quicker. 404: no such entity.</exception>
    public Task<Response> UpdateEntityAsync(
        TableEntity entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        WriteAsync(entity, mode, EntityCondition.Of(ifMatch), cancellationToken);

    /// <summary>Deletes the entity, or finds it gone: both are a success (status 204 or 404).</summary>
    /// <param name="ifMatch">The version to delete; any when not given.</param>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied.</exception>
    public async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = _http.Message(RequestMethod.Delete, TablePath.Entity(Name, partitionKey, rowKey));
        message.Request.Headers.SetValue(EntityCondition.Header, EntityCondition.OfOrAny(ifMatch));
        return await _http.SendAsync(message, cancellationToken, TableErrorCode.ResourceNotFound);
    }

    /// <param name="filter">From <see cref="CreateQueryFilter"/>; every entity when null.</param>
    /// <param name="maxPerPage">1 to 1,000, the service's own limit and default.</param>
    public AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : TableEntity, new() =>
        new QueryPages<T>(_http, new(Name, filter, maxPerPage, [.. select ?? []]), cancellationToken);

    /// <summary>Does all the actions or none of them.</summary>
    /// <param name="transactionActions">1 to 100, of one partition, each entity once.</param>
    /// <returns>One answer an action, in their order.</returns>
    /// <exception cref="ArgumentException">None or more than 100 actions, two partitions, or an update without a version; nothing was sent.</exception>
    /// <exception cref="TableTransactionFailedException">One action failed, so none was done.</exception>
    public async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var actions = TransactionRule.Checked(transactionActions);
        var body = new TransactionWriter(_http, Name).Write(actions);
        using var message = _http.Message(RequestMethod.Post, TablePath.Batch, body, TransactionWriter.ContentType);
        var response = await _http.SendAsync(message, cancellationToken);
        return Response.FromValue(TransactionReader.Read(response, actions.Count), response);
    }

    private HttpMessage Get(string partitionKey, string rowKey, IEnumerable<string>? select)
    {
        var message = _http.Message(RequestMethod.Get, TablePath.Entity(Name, partitionKey, rowKey));
        TableQuery.AppendSelect(message.Request.Uri, [.. select ?? []]);
        return message;
    }

    private static Response<T> ReadOne<T>(Response response)
        where T : TableEntity, new() =>
        Response.FromValue(EntityReader.ReadOne<T>(response.Content.ToMemory()), response);

    private async Task<Response> WriteAsync(TableEntity entity, TableUpdateMode mode, string? ifMatch, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var method = mode == TableUpdateMode.Merge ? RequestMethod.Patch : RequestMethod.Put;
        var path = TablePath.Entity(Name, entity.PartitionKey, entity.RowKey);
        using var message = _http.Message(method, path, EntityWriter.Write(entity));
        if (ifMatch is not null)
        {
            message.Request.Headers.SetValue(EntityCondition.Header, ifMatch);
        }

        return await _http.SendAsync(message, cancellation);
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    private static partial Regex TableName();
}
