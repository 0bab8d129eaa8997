using Ita.Intake.Workbooks.Writing;

namespace Ita.App.Uploads;

/// <summary>POST and GET uploads, GET uploads/{id}, GET uploads/{id}/errors.csv and errors.xlsx.</summary>
internal static class UploadsApi
{
    public static void MapUploadsApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/uploads", PostAsync)
            .Needs(Right.OwnAgency)
            .TakesBody()
            .DisableAntiforgery()
            .Succeeds<DryRunObject>(StatusCodes.Status200OK)
            .Produces<UploadReceipt>(StatusCodes.Status202Accepted);
        api.MapGet("/uploads", ListAsync).Needs(Right.Reading);
        api.MapGet("/uploads/{id}", GetAsync).Needs(Right.Reading);
        api.MapGet("/uploads/{id}/errors.csv", GetErrorsAsync)
            .Needs(Right.Reading)
            .SucceedsWithFile(CsvText.MediaType)
            .Refuses(StatusCodes.Status409Conflict);
        api.MapGet("/uploads/{id}/errors.xlsx", GetErrorsWorkbookAsync)
            .Needs(Right.Reading)
            .SucceedsWithFile(WorkbookWriter.MediaType)
            .Refuses(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> PostAsync(
        HttpContext context,
        string? name,
        string? reason,
        bool? dryRun,
        bool? again,
        UploadIntake intake,
        DryRun rehearsal,
        UploadRequests requests,
        CancellationToken cancellationToken)
    {
        var read = await requests.ReadAsync(context, new(name, reason, again), cancellationToken);
        if (read.IsRefused)
        {
            return read.Refusal.ToResult();
        }

        await using var sent = read.Value;
        if (dryRun == true)
        {
            return TypedResults.Json(await rehearsal.RunAsync(sent.Content, sent.Sender, cancellationToken), ApiJson.Options);
        }

        var received = await intake.AcceptAsync(sent.Content, sent.Sender, cancellationToken);
        return Answer<UploadReceipt>.With(UploadReceipt.From(received), StatusCodes.Status202Accepted, $"/api/v1/uploads/{received.Upload.Id}");
    }

    private static async Task<Answer<ImmutableArray<UploadObject>>> ListAsync(
        HttpContext context, UploadTable uploads, int? pageSize, int? page, CancellationToken cancellationToken)
    {
        if (Paging.Size(pageSize) is not { } size || page < 1)
        {
            return Refusal.Invalid("page-invalid");
        }

        var all = await uploads.ListAsync(cancellationToken).Where(upload => upload.IsFor(context)).ToListAsync(cancellationToken);
        var sorted = all.OrderBy(upload => upload.ReceivedAt).ThenBy(upload => upload.Id, StringComparer.Ordinal);
        if (pageSize is null)
        {
            return sorted.Select(UploadObject.From).ToImmutableArray();
        }

        var before = (int)Math.Min(((page ?? 1) - 1L) * size, int.MaxValue);
        if (before + (long)size < all.Count)
        {
            context.Response.Headers.Link = string.Create(
                CultureInfo.InvariantCulture, $"</api/v1/uploads?pageSize={size}&page={(page ?? 1) + 1}>; rel=\"next\"");
        }

        return sorted.Skip(before).Take(size).Select(UploadObject.From).ToImmutableArray();
    }

    private static async Task<Answer<UploadObject>> GetAsync(
        HttpContext context, string id, UploadTable uploads, CancellationToken cancellationToken) =>
        await uploads.FindAsync(id, cancellationToken) is { } found && found.Upload.IsFor(context)
            ? UploadObject.From(found.Upload)
            : Refusal.NotFound();

    private static async Task<IResult> GetErrorsAsync(
        HttpContext context, string id, UploadTable uploads, UploadErrors errors, CancellationToken cancellationToken)
    {
        var read = await FindErrorsAsync(context, id, uploads, errors, cancellationToken);
        return read.IsRefused ? read.Refusal.ToResult() : TypedResults.File(read.Value, CsvText.ContentType, $"{id}-errors.csv");
    }

    private static async Task<IResult> GetErrorsWorkbookAsync(
        HttpContext context, string id, UploadTable uploads, UploadErrors errors, CancellationToken cancellationToken)
    {
        var read = await FindErrorsAsync(context, id, uploads, errors, cancellationToken);
        return read.IsRefused ? read.Refusal.ToResult() : await UploadErrors.Table(id, read.Value).ToWorkbookAsync(cancellationToken);
    }

    /// <summary>The error file as CSV, as it is stored.</summary>
    private static async Task<Outcome<byte[]>> FindErrorsAsync(
        HttpContext context, string id, UploadTable uploads, UploadErrors errors, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(id, cancellationToken) is not { } found || !found.Upload.IsFor(context))
        {
            return Refusal.NotFound();
        }

        return await errors.ReadAsync(id, cancellationToken) is { } csv ? csv : Refusal.Conflict("upload-not-read");
    }

    /// <param name="ReceivedAt">When the bytes were first received.</param>
    /// <param name="Repeated">True when the same bytes were received before, so that nothing changes.</param>
    private sealed record UploadReceipt(string Id, string Status, DateTimeOffset ReceivedAt, bool Repeated)
    {
        public static UploadReceipt From(ReceivedUpload received) =>
            new(received.Upload.Id, Names.Of(received.Upload.Status), received.Upload.ReceivedAt, !received.IsNew);
    }
}

internal static class UploadAccess
{
    /// <summary>True when the caller may see the upload: an agency's key sees the agency's own uploads only.</summary>
    public static bool IsFor(this Upload upload, HttpContext context) =>
        context.Features.Get<KeyHolder>() is not { Scope: KeyScope.Agency } holder || holder.Agency == upload.Agency;
}
