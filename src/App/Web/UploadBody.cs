using Microsoft.AspNetCore.Http.Features;

namespace Ita.App.Web;

/// <summary>The file of an upload request, set down on disk so that memory does not grow with it.</summary>
/// <param name="Content">Seekable; the file on disk goes with it.</param>
/// <param name="IsFile">Whether a file was sent at all, if only an empty one.</param>
/// <param name="Reason">Why it is sent, where a form says so in a field beside the file.</param>
/// <param name="Again">Whether such a field says that a file sent before is to count anew.</param>
internal sealed record UploadBody(Stream Content, string? FileName, bool IsFile, string? Reason = null, bool Again = false) : IAsyncDisposable
{
    private const string FormOfFiles = "multipart/form-data";

    public long Length => Content.Length;

    /// <summary>Null when the form cannot be read, as when a file in it is longer than the limit.</summary>
    /// <param name="limit">Reading stops soon after this many bytes; the caller refuses what is longer.</param>
    public static async Task<UploadBody?> ReadAsync(HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        // The host in front has its own limit (FUNCTIONS_REQUEST_BODY_SIZE_LIMIT). Ours stops the reading and not the request, which would be
        // cut off by the server: whoever still sends would not see the answer.
        request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;

        // Not HasFormContentType: curl --data-binary calls any body urlencoded unless told otherwise, and no form of files is.
        if (request.ContentType?.StartsWith(FormOfFiles, StringComparison.OrdinalIgnoreCase) != true)
        {
            // A body of no length at all is no file; a declared empty one is an empty file, and Intake says so.
            return new(await SetDownAsync(request.Body, limit, cancellationToken), null, request.ContentType is not null);
        }

        if (await FormAsync(request, limit, cancellationToken) is not { } form)
        {
            return null;
        }

        if (form.Files.GetFile("file") is not { } file)
        {
            return new(Stream.Null, null, false);
        }

        await using var content = file.OpenReadStream();
        return new(await SetDownAsync(content, limit, cancellationToken), file.FileName, true, form["reason"], form["again"] == "true");
    }

    /// <summary>All of it in memory, for what is small by its limit.</summary>
    public async Task<byte[]> BytesAsync(CancellationToken cancellationToken)
    {
        var bytes = new byte[Content.Length];
        Content.Position = 0;
        await Content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    private static async Task<IFormCollection?> FormAsync(HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = limit }, cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static async Task<Stream> SetDownAsync(Stream from, long limit, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 81920,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var buffer = new byte[81920];
        int read;
        while (file.Length <= limit && (read = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return file;
    }
}
