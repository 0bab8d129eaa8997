using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ita.Intake.Pictures;

namespace Ita.App.Emblems;

/// <summary>The emblems of agencies and the one of the operator: container pictures, <c>emblems/{year}/{agency}</c> and
/// <c>emblems/operator</c>. All of them were decoded and encoded again.</summary>
public sealed class EmblemBlobs(OpenStorage storage)
{
    private const string Operator = "emblems/operator";

    private BlobContainerClient Container => storage.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Pictures);

    /// <summary>The emblem that an agency's documents have: its own, else the operator's, else null.</summary>
    public async Task<Emblem?> FindShownAsync(FiscalYear year, string agency, CancellationToken cancellationToken) =>
        await FindAsync((year, agency), cancellationToken) ?? await FindAsync(null, cancellationToken);

    /// <param name="owner">Null for the operator.</param>
    public async Task<Emblem?> FindAsync((FiscalYear Year, string Agency)? owner, CancellationToken cancellationToken)
    {
        try
        {
            var blob = (await Blob(owner).DownloadContentAsync(cancellationToken)).Value;
            return new(blob.Details.ContentType, blob.Content.ToArray());
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <inheritdoc cref="FindAsync"/>
    public Task WriteAsync((FiscalYear Year, string Agency)? owner, Picture picture, CancellationToken cancellationToken) => Blob(owner).UploadAsync(
        BinaryData.FromBytes(picture.Bytes),
        new BlobUploadOptions { HttpHeaders = new() { ContentType = picture.ContentType } },
        cancellationToken);

    /// <summary>False when there was none.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public async Task<bool> DeleteAsync((FiscalYear Year, string Agency)? owner, CancellationToken cancellationToken) =>
        await Blob(owner).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private BlobClient Blob((FiscalYear Year, string Agency)? owner) =>
        Container.GetBlobClient(owner is var (year, agency) ? $"emblems/{year}/{TableKey.Escape(agency)}" : Operator);
}
