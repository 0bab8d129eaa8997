using System.Security.Cryptography;
using System.Text;
using Azure;
using Ita.App.Jobs;
using Ita.App.Storage;

namespace Ita.App.Uploads;

/// <summary>Takes a file in, whichever way it came: keeps the original under its content's name, writes it down, asks for its ingest.</summary>
public sealed class UploadIntake(OpenStorage storage, UploadTable uploads, TimeProvider clock)
{
    /// <summary>Hexadecimal digits of the SHA-256 that make an id: 128 bits, no two files share them.</summary>
    private const int IdLength = 32;

    private readonly UploadOriginals originals = new(storage);

    /// <summary>The upload and whether its ingest still has to be asked for; it has not where the same bytes were received before.</summary>
    /// <param name="content">Seekable; read from its start.</param>
    public async Task<(Upload Upload, bool Wanted)> ReceiveAsync(Stream content, Sender sender, CancellationToken cancellationToken)
    {
        var sha256 = await HashOfAsync(content, cancellationToken);
        var id = IdOf(sha256, sender.Agency);
        var received = new Upload(
            id, sender.FileName, sha256, content.Length, clock.GetUtcNow(), UploadStatus.Received, sender.By, sender.Reason, Problems: [], Agency: sender.Agency);
        if (await uploads.FindAsync(id, cancellationToken) is not { } known)
        {
            await originals.KeepAsync(id, content, cancellationToken);
            return (await uploads.AddAsync(received, cancellationToken), true);
        }

        return Anew(known.Upload, received, sender.Again) is { } anew
            ? await ReceiveAnewAsync(anew, known.ETag, content, cancellationToken)
            : (known.Upload, known.Upload.Status == UploadStatus.Received);
    }

    /// <summary>The upload that these bytes are already, with its figures stored; null when there is none.</summary>
    public async Task<Upload?> FindAcceptedAsync(Stream content, string? agency, CancellationToken cancellationToken) =>
        (await uploads.FindAsync(IdOf(await HashOfAsync(content, cancellationToken), agency), cancellationToken))?.Upload is { IsAccepted: true } known ? known : null;

    /// <summary>Puts the ingest message on its queue; twice does no harm.</summary>
    public Task EnqueueAsync(Upload upload, CancellationToken cancellationToken) => storage.Connection.Queues
        .GetQueueClient(StorageNames.Queues.Ingest)
        .SendMessageAsync(Job.Write(new IngestJob(upload.Id)), cancellationToken);

    // Null when the bytes change nothing: sent once more, or still under way.
    private static Upload? Anew(Upload known, Upload received, bool again) => known.Status switch
    {
        UploadStatus.Failed => known with { Status = UploadStatus.Received, Failure = null },

        // Nothing of it is stored, and it may be readable today: a year more in the catalogue, another limit.
        UploadStatus.Refused => received,
        _ when known.IsAccepted && again => received,
        _ => null,
    };

    private async Task<(Upload Upload, bool Wanted)> ReceiveAnewAsync(Upload anew, ETag etag, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            // The original may be gone, and be the reason of a failure.
            await originals.KeepAsync(anew.Id, content, cancellationToken);
            await uploads.UpdateAsync(anew, etag, cancellationToken);
            return (anew, true);
        }
        catch (RequestFailedException fault) when (fault.Status == StatusCodes.Status412PreconditionFailed)
        {
            // Somebody else sent it at the same moment, and his is read.
            return ((await uploads.FindAsync(anew.Id, cancellationToken))!.Value.Upload, false);
        }
    }

    private static async Task<string> HashOfAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }

    // An agency's upload is its own: the same bytes from somebody else are another, for each sees only his.
    private static string IdOf(string sha256, string? agency) => agency is null
        ? sha256[..IdLength]
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{sha256} {agency}")))[..IdLength];
}

/// <param name="FileName">What the sender calls the file; kept for people, never used as a path.</param>
/// <param name="By">Whose key, or which container, brought it.</param>
/// <param name="Reason">Why it was sent.</param>
/// <param name="Agency">The only agency the file may speak of; null for any.</param>
/// <param name="Again">Whether a file received before counts as received now, so that its figures come back over later ones.</param>
public sealed record Sender(string FileName, string By, string? Reason = null, string? Agency = null, bool Again = false);
