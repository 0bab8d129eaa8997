using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ita.Intake;
using static System.Text.Json.JsonNamingPolicy;

namespace Ita.App.Uploads;

/// <summary>The unchanged bytes of uploads: container incoming, one blob per upload id.</summary>
/// <remarks>Kept for ever, except files of survey answers and of remarks. Once such a file has been read only sums and masked texts are
/// needed, and its rows contain what individual respondents answered and wrote.</remarks>
public sealed class UploadOriginals(OpenStorage storage)
{
    private static readonly ImmutableArray<string> OfPeople =
        [CamelCase.ConvertName(nameof(FileKind.Responses)), CamelCase.ConvertName(nameof(FileKind.Remarks))];

    public async Task KeepAsync(string id, Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        try
        {
            await Blob(id).UploadAsync(
                content,
                new BlobUploadOptions { Conditions = new() { IfNoneMatch = Azure.ETag.All } },
                cancellationToken);
        }
        catch (Azure.RequestFailedException fault) when (fault.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            // The blob exists with the same bytes, because its name is their hash.
        }
    }

    public Task<Stream> OpenAsync(string id, CancellationToken cancellationToken) => Blob(id).OpenReadAsync(cancellationToken: cancellationToken);

    /// <summary>Deletes the original of a settled upload if it contains answers or remarks, or was refused before its kind was
    /// known. May be repeated.</summary>
    public Task ForgetAnswersAsync(Upload settled, CancellationToken cancellationToken) => settled.Kind is null || OfPeople.Contains(settled.Kind)
        ? Blob(settled.Id).DeleteIfExistsAsync(cancellationToken: cancellationToken)
        : Task.CompletedTask;

    private BlobClient Blob(string id) => storage.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Incoming).GetBlobClient(id);
}
