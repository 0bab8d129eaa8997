using Azure;
using Azure.Core;

namespace Ita.Functions.Storage.Tables;

/// <summary>A query's entities, fetched page by page as they are read.</summary>
/// <remarks>
/// A page may be short or empty and still not be the last: the service also breaks off at a partition's border and after five
/// seconds. Only a missing continuation header ends the query.
/// </remarks>
internal sealed class QueryPages<T>(TableHttp http, TableQuery query, CancellationToken cancellation) : AsyncPageable<T>(cancellation)
    where T : TableEntity, new()
{
    private const string NextPartitionKey = "NextPartitionKey";
    private const string NextRowKey = "NextRowKey";
    private const string HeaderPrefix = "x-ms-continuation-";

    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var next = continuationToken;
        do
        {
            var page = await FetchAsync(next, pageSizeHint ?? query.MaxPerPage);
            yield return page;
            next = page.ContinuationToken;
        }
        while (next is not null);
    }

    private async Task<Page<T>> FetchAsync(string? token, int? size)
    {
        using var message = http.Message(RequestMethod.Get, TablePath.All(query.Table));
        query.AppendTo(message.Request.Uri, size);
        AppendToken(message.Request.Uri, token);
        var response = await http.SendAsync(message, CancellationToken);
        return Page<T>.FromValues(EntityReader.ReadPage<T>(response.Content.ToMemory()), TokenOf(response), response);
    }

    // The service's two keys are already encoded without spaces, so one space can join them.
    private static string? TokenOf(Response response)
    {
        if (!response.Headers.TryGetValue(HeaderPrefix + NextPartitionKey, out var partitionKey))
        {
            return null;
        }

        return response.Headers.TryGetValue(HeaderPrefix + NextRowKey, out var rowKey) ? $"{partitionKey} {rowKey}" : partitionKey;
    }

    private static void AppendToken(RequestUriBuilder uri, string? token)
    {
        var keys = token?.Split(' ', 2) ?? [];
        foreach (var (name, key) in new[] { NextPartitionKey, NextRowKey }.Zip(keys))
        {
            uri.AppendQuery(name, key, escapeValue: true);
        }
    }
}
