using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Ita.App.Results;

/// <summary>The whole tree of each version: container results, <c>{year}/{agency}/v{n}-{hash}.json</c>.</summary>
/// <remarks>The name contains the hash of its bytes because two uploads may write the same version number at once:
/// the table decides which one keeps it, and the other's blob must not overwrite it (docs/decisions/0004).</remarks>
public sealed class ResultBlobs(OpenStorage storage)
{
    private static readonly BlobHttpHeaders Json = new() { ContentType = "application/json; charset=utf-8" };

    private BlobContainerClient Container => storage.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Results);

    public static string NameOf(int year, string agency, int version, string hash) =>
        FormattableString.Invariant($"{year}/{TableKey.Escape(agency)}/v{version}-{hash[..8]}.json");

    /// <summary>True when the blob's name contains this hash.</summary>
    public static bool IsNamedAfter(string name, string hash) => name.EndsWith($"-{hash[..8]}.json", StringComparison.Ordinal);

    public Task WriteAsync(string name, StoredResult result, CancellationToken cancellationToken) => Container.GetBlobClient(name)
        .UploadAsync(BinaryData.FromBytes(StoredJson.Bytes(result)), new BlobUploadOptions { HttpHeaders = Json }, cancellationToken);

    /// <summary>A version as it may be published: figures withheld because few people answered are removed.</summary>
    public async Task<StoredResult> ReadAsync(string name, CancellationToken cancellationToken) =>
        (await ReadWholeAsync(name, cancellationToken)).Suppressed();

    /// <summary>A version with its withheld figures, for <see cref="Withholding"/> only.</summary>
    internal async Task<StoredResult> ReadWholeAsync(string name, CancellationToken cancellationToken) =>
        StoredJson.Read<StoredResult>(await BytesAsync(name, cancellationToken));

    public async Task<byte[]> BytesAsync(string name, CancellationToken cancellationToken) =>
        (await Container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
}
