using Azure.Data.Tables;
using Ita.App.Storage;

namespace Ita.App.Tests.Surveys;

/// <summary>One row as stored in a table, its columns as text; bytes as hexadecimal and as Base64.</summary>
internal sealed record StoredRow(string Table, string Partition, string Row, DateTimeOffset Stamp, IReadOnlyDictionary<string, object?> Cells)
{
    public IEnumerable<string> Texts => Cells.Values.SelectMany(TextsOf).Append(Partition).Append(Row);

    private static IEnumerable<string> TextsOf(object? value) => value switch
    {
        null => [],
        byte[] bytes => [Convert.ToHexStringLower(bytes), Convert.ToBase64String(bytes)],
        BinaryData bytes => TextsOf(bytes.ToArray()),
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture)!],
    };
}

/// <summary>The whole content of a store, as the holder of the account's key sees it.</summary>
internal static class StoredTexts
{
    private static readonly string[] OfTheService = ["PartitionKey", "RowKey", "Timestamp", "odata.etag", "odata.metadata"];

    public static async Task<List<StoredRow>> RowsAsync(StorageConnection storage)
    {
        var rows = new List<StoredRow>();
        foreach (var table in StorageNames.Tables.All)
        {
            await foreach (var row in storage.Tables.GetTableClient(table).QueryAsync<TableEntity>())
            {
                rows.Add(new(
                    table, row.PartitionKey, row.RowKey, row.Timestamp!.Value, row.Where(cell => !OfTheService.Contains(cell.Key)).ToDictionary()));
            }
        }

        return rows;
    }

    /// <summary>Names and contents of the blobs, and the waiting messages.</summary>
    public static async Task<List<string>> OthersAsync(StorageConnection storage)
    {
        var texts = new List<string>();
        foreach (var name in StorageNames.Containers.All)
        {
            var container = storage.Blobs.GetBlobContainerClient(name);
            await foreach (var blob in container.GetBlobsAsync(default, default, null, CancellationToken.None))
            {
                texts.Add(blob.Name);
                texts.Add((await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString());
            }
        }

        foreach (var queue in StorageNames.Queues.All)
        {
            texts.AddRange(
                (await storage.Queues.GetQueueClient(queue).PeekMessagesAsync(maxMessages: 32)).Value.Select(message => message.Body.ToString()));
        }

        return texts;
    }
}
