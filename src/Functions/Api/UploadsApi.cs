using System.Globalization;
using Ita.Functions.Keys;
using Ita.Functions.Uploads;
using Ita.Intake;
using Microsoft.AspNetCore.Http.Features;

namespace Ita.Functions.Api;

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
        HttpContext context, string? name, string? reason, bool? dryRun, UploadIntake intake, DryRun rehearsal, IntakeSettings settings, CancellationToken stop)
    {
        // The host in front has its own limit (FUNCTIONS_REQUEST_BODY_SIZE_LIMIT); ours is what Intake reads.
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        var limit = settings.Limits.FileBytes;
        await using var body = await UploadBody.ReadAsync(context.Request, limit, stop);
        if (body.Length > limit)
        {
            return ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, "upload-too-large", ("limit", limit.ToString(CultureInfo.InvariantCulture)));
        }

        if (body.Length == 0 && !body.IsFile)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "upload-empty");
        }

        if (!TryName(name ?? body.FileName, out var plain))
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "name-invalid");
        }

        reason ??= body.Reason;
        var sender = new Sender(plain, context.Holder().Id, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), context.Holder().Agency);
        if (dryRun == true)
        {
            return TypedResults.Json(await rehearsal.RunAsync(body.Content, sender, stop), ApiJson.Options);
        }

        var (upload, wanted) = await intake.ReceiveAsync(body.Content, sender, stop);
        if (wanted)
        {
            await intake.EnqueueAsync(upload, stop);
        }

        return TypedResults.Accepted($"/api/v1/uploads/{upload.Id}", new UploadReceipt(upload.Id, Names.Of(upload.Status)));
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

    private static async Task<IResult> ListAsync(HttpContext context, UploadTable uploads, CancellationToken stop)
    {
        var all = new List<Upload>();
        await foreach (var upload in uploads.ListAsync(stop))
        {
            if (IsFor(upload, context))
            {
                all.Add(upload);
            }
        }

        return TypedResults.Json(all.OrderBy(upload => upload.ReceivedAt).ThenBy(upload => upload.Id, StringComparer.Ordinal), ApiJson.Options);
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
internal sealed record UploadReceipt(string Id, string Status);
