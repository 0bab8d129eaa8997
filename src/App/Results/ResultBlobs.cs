using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ita.App.Storage;

namespace Ita.App.Results;

/// <summary>The whole tree of each version: container results, <c>{year}/{agency}/v{n}-{hash}.json</c>.</summary>
/// <remarks>
/// The hash of its bytes is in the name because two uploads may reach for the same version number at once: the table decides who has it, and
/// the loser's blob must not lie over the winner's (decision 0004).
/// </remarks>
public sealed class ResultBlobs(OpenStorage storage)
{
    private static readonly BlobHttpHeaders Json = new() { ContentType = "application/json; charset=utf-8" };

    private BlobContainerClient Container => storage.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Results);

    public static string NameOf(int year, string agency, int version, string hash) =>
        FormattableString.Invariant($"{year}/{TableKey.Escape(agency)}/v{version}-{hash[..8]}.json");

    /// <summary>Whether a blob's name was made of this hash.</summary>
    public static bool IsNamedAfter(string name, string hash) => name.EndsWith($"-{hash[..8]}.json", StringComparison.Ordinal);

    public Task WriteAsync(string name, StoredResult result, CancellationToken cancellationToken) => Container.GetBlobClient(name)
        .UploadAsync(BinaryData.FromBytes(StoredJson.Bytes(result)), new BlobUploadOptions { HttpHeaders = Json }, cancellationToken);

    /// <summary>A version as it may be told: figures of few people never leave the blob.</summary>
    public async Task<StoredResult> ReadAsync(string name, CancellationToken cancellationToken) =>
        StoredJson.Read<StoredResult>(await BytesAsync(name, cancellationToken)).Told();

    public async Task<byte[]> BytesAsync(string name, CancellationToken cancellationToken) =>
        (await Container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
}
