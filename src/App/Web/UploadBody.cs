using Microsoft.AspNetCore.Http.Features;

namespace Ita.App.Web;

/// <summary>The file of an upload request, stored on disk so that memory use does not depend on its size.</summary>
/// <param name="Content">Seekable; disposing it deletes the file on disk.</param>
/// <param name="IsFile">True when a file was sent, even an empty one.</param>
/// <param name="Reason">The reason stated in a field of the form; null when there is none.</param>
/// <param name="Files">The number of files in the form; 1 for a body without a form. Only one is read.</param>
/// <param name="Again">True when a field of the form requests that a file sent before counts as received now.</param>
/// <param name="DryRun">True when a field of the form requests that nothing is stored.</param>
internal sealed record UploadBody(
    Stream Content, string? FileName, bool IsFile, string? Reason = null, bool Again = false, int Files = 1, bool DryRun = false) : IAsyncDisposable
{
    private const string FormOfFiles = "multipart/form-data";
    private const string Field = "file";
    private const string Yes = "true";

    public long Length => Content.Length;

    /// <summary>Null when the form cannot be read, for example because a file in it exceeds the limit.</summary>
    /// <param name="limit">In bytes. Reading stops soon after it; the caller refuses longer files.</param>
    public static async Task<UploadBody?> ReadAsync(HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        TakeLongBody(request);

        // Not HasFormContentType: curl --data-binary declares every body as urlencoded by default, and a form with
        // files never is.
        if (!IsFormOfFiles(request))
        {
            // A body without a content type is no file; a declared empty one is an empty file, which Intake reports.
            return new(await SetDownAsync(request.Body, limit, cancellationToken), null, request.ContentType is not null);
        }

        if (await FormAsync(request, limit, cancellationToken) is not { } form)
        {
            return null;
        }

        if (SentFiles(form).Count is > 1 and var files)
        {
            return new(Stream.Null, null, true, Files: files);
        }

        return form.Files.GetFile(Field) is { } file ? await SetDownAsync(form, file, limit, cancellationToken) : new(Stream.Null, null, false);
    }

    /// <summary>All files of a form, in their order; null when the request is no form, or one that cannot be read.</summary>
    public static async Task<IReadOnlyList<UploadBody>?> ReadAllAsync(HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        TakeLongBody(request);
        if (!IsFormOfFiles(request) || await FormAsync(request, limit, cancellationToken) is not { } form)
        {
            return null;
        }

        var bodies = new List<UploadBody>();
        foreach (var file in SentFiles(form))
        {
            bodies.Add(await SetDownAsync(form, file, limit, cancellationToken));
        }

        return bodies;
    }

    /// <summary>Reads all of it into memory; for files that are small by their limit.</summary>
    public async Task<byte[]> BytesAsync(CancellationToken cancellationToken)
    {
        var bytes = new byte[Content.Length];
        Content.Position = 0;
        await Content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    /// <summary>The refusal of a form with several files, of which only one would be read; null otherwise.</summary>
    public Refusal? SeveralFiles =>
        Files > 1 ? Refusal.Invalid("several-files", ("count", Files.ToString(CultureInfo.InvariantCulture))) : null;

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    private static bool IsFormOfFiles(HttpRequest request) =>
        request.ContentType?.StartsWith(FormOfFiles, StringComparison.OrdinalIgnoreCase) == true;

    // The host has its own limit (FUNCTIONS_REQUEST_BODY_SIZE_LIMIT). Ours stops reading but keeps the connection: a server that cuts off the
    // request prevents the client from seeing the response.
    private static void TakeLongBody(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;

    // Browsers send an empty part for a field without a file.
    private static List<IFormFile> SentFiles(IFormCollection form) => [.. form.Files.Where(one => one.Length > 0 || one.FileName.Length > 0)];

    private static async Task<UploadBody> SetDownAsync(IFormCollection form, IFormFile file, long limit, CancellationToken cancellationToken)
    {
        await using var content = file.OpenReadStream();
        return new(
            await SetDownAsync(content, limit, cancellationToken),
            file.FileName,
            true,
            form["reason"],
            form["again"] == Yes,
            DryRun: form["dryRun"] == Yes);
    }

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
