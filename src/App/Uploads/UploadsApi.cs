using System.Globalization;
using Ita.App.Access;
using Ita.App.Web;
using Ita.Intake;

namespace Ita.App.Uploads;

/// <summary>POST uploads, GET uploads, GET uploads/{id}, GET uploads/{id}/errors.csv.</summary>
internal static class UploadsApi
{
    private const int LongestName = 255;
    private const string Nameless = "upload";

    public static void MapUploads(this RouteGroupBuilder api)
    {
        api.MapPost("/uploads", PostAsync).Needs(Right.OwnAgency).DisableAntiforgery();
        api.MapGet("/uploads", ListAsync).Needs(Right.Reading);
        api.MapGet("/uploads/{id}", GetAsync).Needs(Right.Reading);
        api.MapGet("/uploads/{id}/errors.csv", ErrorsAsync).Needs(Right.Reading);
    }

    internal static async Task<IResult> PostAsync(
        HttpContext context, string? name, string? reason, bool? dryRun, bool? again, UploadIntake intake, DryRun rehearsal, IntakeSettings settings, CancellationToken stop)
    {
        var (sent, refusal) = await BodyAsync(context.Request, settings.Limits.FileBytes, stop);
        await using var body = sent;
        if (body is null)
        {
            return refusal;
        }

        if (!TryName(name ?? body.FileName, out var plain))
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "name-invalid");
        }

        var why = Reasons.Plain(reason ?? body.Reason);
        if (Reasons.IsTooLong(why))
        {
            return Reasons.Refusal();
        }

        var sender = new Sender(plain, context.Holder().Id, why, context.Holder().Agency, again ?? body.Again);
        return dryRun == true
            ? TypedResults.Json(await rehearsal.RunAsync(body.Content, sender, stop), ApiJson.Options)
            : await ReceivedAsync(body.Content, sender, intake, stop);
    }

    private static async Task<IResult> ReceivedAsync(Stream content, Sender sender, UploadIntake intake, CancellationToken stop)
    {
        var (upload, wanted) = await intake.ReceiveAsync(content, sender, stop);
        if (wanted)
        {
            await intake.EnqueueAsync(upload, stop);
        }

        return TypedResults.Accepted($"/api/v1/uploads/{upload.Id}", new UploadReceipt(upload.Id, Names.Of(upload.Status), upload.ReceivedAt, !wanted));
    }

    private static async Task<(UploadBody? Body, IResult Refusal)> BodyAsync(HttpRequest request, long limit, CancellationToken stop)
    {
        return await UploadBody.ReadAsync(request, limit, stop) switch
        {
            null when request.ContentLength > limit => await TooLargeAsync(null, limit),
            null => (null, ApiProblem.Of(StatusCodes.Status400BadRequest, "form-unreadable")),
            { Length: 0, IsFile: false } => (null, ApiProblem.Of(StatusCodes.Status400BadRequest, "upload-empty")),
            { } body when body.Length > limit => await TooLargeAsync(body, limit),
            { } body => (body, TypedResults.Empty),
        };
    }

    private static async Task<(UploadBody? Body, IResult Refusal)> TooLargeAsync(UploadBody? body, long limit)
    {
        await (body?.DisposeAsync() ?? default);
        return (null, ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, "upload-too-large", ("limit", limit.ToString(CultureInfo.InvariantCulture))));
    }

    // Without a key only where reading is open.
    internal static bool IsFor(Upload upload, HttpContext context) =>
        context.Features.Get<KeyHolder>() is not { Scope: KeyScope.Agency } holder || holder.Agency == upload.Agency;

    // The name is only ever shown; even so, nothing that looks like a path or carries control characters is kept.
    private static bool TryName(string? name, out string plain)
    {
        plain = string.IsNullOrWhiteSpace(name) ? Nameless : name.Trim();
        return plain.Length <= LongestName && !plain.Any(char.IsControl) && plain.IndexOfAny(['/', '\\']) < 0 && plain is not ("." or "..");
    }

    private static async Task<IResult> ListAsync(HttpContext context, UploadTable uploads, int? pageSize, int? page, CancellationToken stop)
    {
        if (Paging.Size(pageSize) is not { } size || page < 1)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "page-invalid");
        }

        var all = await uploads.ListAsync(stop).Where(upload => IsFor(upload, context)).ToListAsync(stop);
        var sorted = all.OrderBy(upload => upload.ReceivedAt).ThenBy(upload => upload.Id, StringComparer.Ordinal);
        if (pageSize is null)
        {
            return TypedResults.Json(sorted, ApiJson.Options);
        }

        var before = (int)Math.Min(((page ?? 1) - 1L) * size, int.MaxValue);
        if (before + (long)size < all.Count)
        {
            context.Response.Headers.Link = string.Create(CultureInfo.InvariantCulture, $"</api/v1/uploads?pageSize={size}&page={(page ?? 1) + 1}>; rel=\"next\"");
        }

        return TypedResults.Json(sorted.Skip(before).Take(size), ApiJson.Options);
    }

    private static async Task<IResult> GetAsync(HttpContext context, string id, UploadTable uploads, CancellationToken stop) =>
        await uploads.FindAsync(id, stop) is { } found && IsFor(found.Upload, context) ? TypedResults.Json(found.Upload, ApiJson.Options) : ApiProblem.NotFound();

    private static async Task<IResult> ErrorsAsync(HttpContext context, string id, UploadTable uploads, UploadErrors errors, CancellationToken stop)
    {
        if (await uploads.FindAsync(id, stop) is not { } found || !IsFor(found.Upload, context))
        {
            return ApiProblem.NotFound();
        }

        return await errors.ReadAsync(id, stop) is { } csv
            ? TypedResults.File(csv, CsvText.ContentType, $"{id}-errors.csv")
            : ApiProblem.Of(StatusCodes.Status409Conflict, "upload-not-read");
    }
}

/// <summary>What a sender gets for a file.</summary>
/// <param name="ReceivedAt">When it came first.</param>
/// <param name="Repeated">Whether the same bytes came before, so that nothing changes.</param>
internal sealed record UploadReceipt(string Id, string Status, DateTimeOffset ReceivedAt, bool Repeated);
