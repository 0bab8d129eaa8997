using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ita.Domain.Improvement;
using Ita.Intake.Pictures;

namespace Ita.App.Measures;

/// <summary>Files of evidence pictures: container pictures, <c>{year}/{agency}/{measure}/{sha256}</c>.</summary>
/// <remarks>A picture is stored once per measure and never shared, so deleting it from a measure really deletes
/// it.</remarks>
public sealed class PictureBlobs(OpenStorage storage)
{
    private BlobContainerClient Container => storage.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Pictures);

    public Task WriteAsync(FiscalYear analysed, string agency, string measure, string id, Picture picture, CancellationToken cancellationToken) =>
        Blob(analysed, agency, measure, id).UploadAsync(
            BinaryData.FromBytes(picture.Bytes),
            new BlobUploadOptions { HttpHeaders = new() { ContentType = picture.ContentType } },
            cancellationToken);

    /// <exception cref="Azure.RequestFailedException">404: the picture was deleted meanwhile.</exception>
    public async Task<byte[]> ReadAsync(FiscalYear analysed, string agency, string measure, string id, CancellationToken cancellationToken) =>
        (await Blob(analysed, agency, measure, id).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();

    /// <summary>Deletes the pictures; missing ones are ignored.</summary>
    public Task DeleteAsync(
        FiscalYear analysed, string agency, string measure, IEnumerable<EvidencePicture> pictures, CancellationToken cancellationToken) =>
        Task.WhenAll(
            pictures.Select(picture => Blob(analysed, agency, measure, picture.Id).DeleteIfExistsAsync(cancellationToken: cancellationToken)));

    private BlobClient Blob(FiscalYear analysed, string agency, string measure, string id) =>
        Container.GetBlobClient($"{analysed}/{TableKey.Escape(agency)}/{TableKey.Escape(measure)}/{id}");
}
