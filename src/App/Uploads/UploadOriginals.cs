using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ita.App.Storage;
using Ita.App.Web;
using Ita.Intake;
using static System.Text.Json.JsonNamingPolicy;

namespace Ita.App.Uploads;

/// <summary>What was sent, to the byte: container incoming, each under its upload's id.</summary>
/// <remarks>
/// Kept for ever, except for people's answers. Of those the sums are all that anybody needs once the file has been read, and its rows are
/// people's own: respondents, and what each of them answered.
/// </remarks>
public sealed class UploadOriginals(OpenStorage storage)
{
    private static readonly string Answers = CamelCase.ConvertName(nameof(FileKind.Responses));

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
            // The same bytes are there already: the name is their hash.
        }
    }

    public Task<Stream> OpenAsync(string id, CancellationToken cancellationToken) => Blob(id).OpenReadAsync(cancellationToken: cancellationToken);

    /// <summary>Throws the original of a settled upload away if it holds answers, or was refused before that could be told. Any number of times.</summary>
    public Task ForgetAnswersAsync(Upload settled, CancellationToken cancellationToken) => settled.Kind is null || settled.Kind == Answers
        ? Blob(settled.Id).DeleteIfExistsAsync(cancellationToken: cancellationToken)
        : Task.CompletedTask;

    private BlobClient Blob(string id) => storage.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Incoming).GetBlobClient(id);
}
