namespace Ita.App.Uploads;

/// <summary>Receives files from every source: stores the original under the hash of its content, its record, and the job that ingests it.</summary>
public sealed class UploadIntake(UploadOriginals originals, UploadTable uploads, JobQueues queues, TimeProvider clock)
{
    /// <summary>The number of hexadecimal digits of the SHA-256 in an id: 128 bits, enough to exclude
    /// collisions.</summary>
    private const int IdLength = 32;

    /// <summary>Receives a file and sends the job that ingests it, unless the same bytes were received before.</summary>
    /// <param name="content">Seekable; read from its start.</param>
    public async Task<ReceivedUpload> AcceptAsync(Stream content, Sender sender, CancellationToken cancellationToken)
    {
        var received = await ReceiveAsync(content, sender, cancellationToken);
        if (received.IsNew)
        {
            await queues.SendAsync(new IngestJob(received.Upload.Id), cancellationToken);
        }

        return received;
    }

    /// <summary>Stores a file and its record; no job is sent.</summary>
    /// <param name="content">Seekable; read from its start.</param>
    public async Task<ReceivedUpload> ReceiveAsync(Stream content, Sender sender, CancellationToken cancellationToken)
    {
        var sha256 = await HashOfAsync(content, cancellationToken);
        var id = IdOf(sha256, sender.Agency);
        var received = new Upload(
            id, sender.FileName, sha256, content.Length, clock.GetUtcNow(),
            UploadStatus.Received, sender.By, sender.Reason, Problems: [], Agency: sender.Agency);
        if (await uploads.FindAsync(id, cancellationToken) is not { } known)
        {
            await originals.KeepAsync(id, content, cancellationToken);
            return new(await uploads.AddAsync(received, cancellationToken), IsNew: true);
        }

        return Anew(known.Upload, received, sender.Again) is { } anew
            ? await ReceiveAnewAsync(anew, known.ETag, content, cancellationToken)
            : new(known.Upload, known.Upload.Status == UploadStatus.Received);
    }

    /// <summary>The accepted upload with the same bytes; null when there is none.</summary>
    public async Task<Upload?> FindAcceptedAsync(Stream content, string? agency, CancellationToken cancellationToken) =>
        (await uploads.FindAsync(IdOf(await HashOfAsync(content, cancellationToken), agency), cancellationToken))?.Upload
            is { IsAccepted: true } known ? known : null;

    // Null when the same bytes were accepted already or are being processed.
    private static Upload? Anew(Upload known, Upload received, bool again) => known.Status switch
    {
        UploadStatus.Failed => known with { Status = UploadStatus.Received, Failure = null },

        // Nothing of it was stored, and it may be accepted now, because of a new year in the catalogue or another
        // limit.
        UploadStatus.Refused => received,
        _ when known.IsAccepted && again => received,
        _ => null,
    };

    private async Task<ReceivedUpload> ReceiveAnewAsync(Upload anew, ETag etag, Stream content, CancellationToken cancellationToken)
    {
        try
        {
            // Written again, because a missing original can be the reason of the failure.
            await originals.KeepAsync(anew.Id, content, cancellationToken);
            await uploads.UpdateAsync(anew, etag, cancellationToken);
            return new(anew, IsNew: true);
        }
        catch (RequestFailedException fault) when (fault.Status == StatusCodes.Status412PreconditionFailed)
        {
            // The same file was sent twice at the same time; the other request sends the job.
            return new((await uploads.FindAsync(anew.Id, cancellationToken))!.Value.Upload, IsNew: false);
        }
    }

    private static async Task<string> HashOfAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }

    // The id of an agency's upload depends on the agency, because each agency sees its own uploads only.
    private static string IdOf(string sha256, string? agency) => agency is null
        ? sha256[..IdLength]
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{sha256} {agency}")))[..IdLength];
}

/// <summary>An upload that was received.</summary>
/// <param name="IsNew">True when it has to be ingested; false when the same bytes were received before.</param>
public sealed record ReceivedUpload(Upload Upload, bool IsNew);

/// <param name="FileName">The file name for display; never used as a path.</param>
/// <param name="By">The id of the key, or the container, that it came from.</param>
/// <param name="Reason">Why it was sent; null when not stated.</param>
/// <param name="Agency">The only agency that the file may contain; null for any.</param>
/// <param name="Again">True when a file received before counts as received now, so that its figures replace later
/// ones.</param>
public sealed record Sender(string FileName, string By, string? Reason = null, string? Agency = null, bool Again = false);
