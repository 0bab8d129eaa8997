using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ita.Domain.Improvement;
using Ita.Intake.Pictures;

namespace Ita.App.Measures;

/// <param name="ContentType">image/jpeg or image/png.</param>
public sealed record StoredPicture(string ContentType, byte[] Bytes);

/// <summary>Files of evidence pictures: container pictures, <c>{year}/{agency}/{measure}/{sha256}</c>.</summary>
/// <remarks>A picture is stored once per measure and never shared, so deleting it from a measure deletes its file. Where the storage account keeps
/// deleted blobs and old versions, as in a deployment on Azure, the file can be restored until these end (docs/operations.md).</remarks>
public sealed class PictureBlobs(OpenStorage storage, PictureReading reading)
{
    /// <summary>Metadata of the blob of a picture that was encoded again. Blobs without it were stored by an earlier version as they were
    /// sent.</summary>
    private const string Mark = "encoded";

    private BlobContainerClient Container => storage.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Pictures);

    public Task WriteAsync(FiscalYear analysed, string agency, string measure, string id, Picture picture, CancellationToken cancellationToken) =>
        Blob(analysed, agency, measure, id).UploadAsync(
            BinaryData.FromBytes(picture.Bytes),
            new BlobUploadOptions
            {
                HttpHeaders = new() { ContentType = picture.ContentType },
                Metadata = new Dictionary<string, string> { [Mark] = "1" },
            },
            cancellationToken);

    /// <summary>The picture, encoded again when an earlier version stored it. Null when that one is not accepted any more.</summary>
    /// <exception cref="Azure.RequestFailedException">404: the picture was deleted meanwhile.</exception>
    public async Task<StoredPicture?> FindAsync(
        FiscalYear analysed, string agency, string measure, string id, CancellationToken cancellationToken)
    {
        var blob = (await Blob(analysed, agency, measure, id).DownloadContentAsync(cancellationToken)).Value;
        var bytes = blob.Content.ToArray();
        if (blob.Details.Metadata.ContainsKey(Mark))
        {
            return new(blob.Details.ContentType, bytes);
        }

        var (picture, _) = await reading.ReadAsync(bytes, cancellationToken);
        return picture is null ? null : new(picture.ContentType, picture.Bytes);
    }

    /// <summary>Deletes the pictures; missing ones are ignored.</summary>
    public Task DeleteAsync(
        FiscalYear analysed, string agency, string measure, IEnumerable<EvidencePicture> pictures, CancellationToken cancellationToken) =>
        Task.WhenAll(
            pictures.Select(picture => Blob(analysed, agency, measure, picture.Id).DeleteIfExistsAsync(cancellationToken: cancellationToken)));

    private BlobClient Blob(FiscalYear analysed, string agency, string measure, string id) =>
        Container.GetBlobClient($"{analysed}/{TableKey.Escape(agency)}/{TableKey.Escape(measure)}/{id}");
}
