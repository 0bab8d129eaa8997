using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Ita.App.Storage;

namespace Ita.App.Tests.Killed;

/// <summary>The content of a store that must not depend on how often its writer was killed.</summary>
internal static class Snapshot
{
    /// <summary>SHA-256 of each blob, by name.</summary>
    public static async Task<SortedDictionary<string, string>> BlobsAsync(StorageConnection storage, string container)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in await NamesAsync(storage, container))
        {
            hashes.Add(name, await HashAsync(storage, container, name));
        }

        return hashes;
    }

    private static async Task<string> HashAsync(StorageConnection storage, string container, string name)
    {
        var content = await storage.Blobs.GetBlobContainerClient(container).GetBlobClient(name).DownloadContentAsync();
        return Convert.ToHexStringLower(SHA256.HashData(content.Value.Content.ToMemory().Span));
    }

    /// <param name="path">Container and blob.</param>
    public static Task<string> HashAsync(StorageConnection storage, string path) => path.Split('/', 2) is [var container, var name]
        ? HashAsync(storage, container, name)
        : throw new ArgumentException($"'{path}' names no blob.", nameof(path));

    public static async Task<IReadOnlyList<string>> NamesAsync(StorageConnection storage, string container)
    {
        var names = new List<string>();
        await foreach (var blob in storage.Blobs.GetBlobContainerClient(container)
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, null, CancellationToken.None))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    /// <summary>Each row as text, without ETag and timestamp.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(StorageConnection storage, string table)
    {
        var rows = new List<string>();
        await foreach (var row in storage.Tables.GetTableClient(table).QueryAsync<TableEntity>())
        {
            var cells = row.Where(cell => cell.Key is not ("odata.etag" or "Timestamp")).OrderBy(cell => cell.Key, StringComparer.Ordinal);
            rows.Add(string.Join('|', cells.Select(cell => FormattableString.Invariant($"{cell.Key}={cell.Value}"))));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
