using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs.Models;
using Ita.Functions.Jobs;
using Ita.Functions.Storage;

namespace Ita.Functions.Uploads;

/// <summary>Takes a file in, whichever way it came: keeps the original under its content's name, writes it down, asks for its ingest.</summary>
public sealed class UploadIntake(OpenStorage storage, UploadTable uploads, TimeProvider clock)
{
    /// <summary>Hexadecimal digits of the SHA-256 that make an id: 128 bits, no two files share them.</summary>
    private const int IdLength = 32;

    /// <summary>The upload and whether its ingest still has to be asked for.</summary>
    /// <param name="content">Seekable; read from its start.</param>
    public async Task<(Upload Upload, bool Wanted)> ReceiveAsync(Stream content, Sender sender, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        var id = IdOf(sha256, sender.Agency);
        if (await uploads.FindAsync(id, cancellationToken) is not { } known)
        {
            await KeepOriginalAsync(id, content, cancellationToken);
            var upload = new Upload(
                id, sender.FileName, sha256, content.Length, clock.GetUtcNow(), UploadStatus.Received, sender.By, sender.Reason, Problems: [], Agency: sender.Agency);
            return (await uploads.AddAsync(upload, cancellationToken), true);
        }

        // Sent once more: nothing changes, unless the first time ended before its message was sent or it failed for good.
        return known.Upload.Status == UploadStatus.Failed
            ? (await AnewAsync(known.Upload, known.ETag, content, cancellationToken), true)
            : (known.Upload, known.Upload.Status == UploadStatus.Received);
    }

    // An agency's upload is its own: the same bytes from somebody else are another, for each sees only his.
    private static string IdOf(string sha256, string? agency) => agency is null
        ? sha256[..IdLength]
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{sha256} {agency}")))[..IdLength];

    /// <summary>Puts the ingest message on its queue; twice does no harm.</summary>
    public Task EnqueueAsync(Upload upload, CancellationToken cancellationToken) => storage.Connection.Queues
        .GetQueueClient(StorageNames.Queues.Ingest)
        .SendMessageAsync(Job.Write(new IngestJob(upload.Id)), cancellationToken);

    private async Task<Upload> AnewAsync(Upload upload, Azure.ETag etag, Stream content, CancellationToken cancellationToken)
    {
        // It may have failed because its original is gone.
        await KeepOriginalAsync(upload.Id, content, cancellationToken);
        var anew = upload with { Status = UploadStatus.Received, Failure = null };
        await uploads.UpdateAsync(anew, etag, cancellationToken);
        return anew;
    }

    private async Task KeepOriginalAsync(string id, Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var blob = storage.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Incoming).GetBlobClient(id);
        try
        {
            await blob.UploadAsync(
                content,
                new BlobUploadOptions { Conditions = new() { IfNoneMatch = Azure.ETag.All } },
                cancellationToken);
        }
        catch (Azure.RequestFailedException fault) when (fault.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            // The same bytes are there already: the name is their hash.
        }
    }
}

/// <param name="FileName">What the sender calls the file; kept for people, never used as a path.</param>
/// <param name="By">Whose key, or which container, brought it.</param>
/// <param name="Reason">Why it was sent.</param>
/// <param name="Agency">The only agency the file may speak of; null for any.</param>
public sealed record Sender(string FileName, string By, string? Reason = null, string? Agency = null);
