using System.Collections.Immutable;
using Ita.App.Access;
using Ita.App.Results;
using Ita.App.Web;
using Ita.Intake;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Uploads;

/// <param name="Newest">Newest first.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record UploadListView(ImmutableArray<Upload> Newest, int Count);

/// <param name="Made">Results whose current version came from this file; the first of them.</param>
/// <param name="Repeated">Whether whoever looks has just sent what was sent before.</param>
public sealed record UploadView(Upload Upload, ImmutableArray<ResultRow> Made, bool Repeated)
{
    /// <summary>Whether there is something to wait for.</summary>
    public bool IsUnderWay => Upload.Status is UploadStatus.Received or UploadStatus.Processing;
}

/// <summary>GET and POST uploads, GET uploads/{id}.</summary>
internal static class UploadPages
{
    private const int Listed = 50;
    private const int ResultsShown = 20;

    public static void MapUploadPages(this RouteGroupBuilder pages)
    {
        pages.MapGet("/uploads", ListAsync).Needs(Right.Reading);
        pages.MapPost("/uploads", SendAsync).Needs(Right.OwnAgency).DisableAntiforgery();
        pages.MapGet("/uploads/{id}", ShowAsync).Needs(Right.Reading);
    }

    private static async Task<IResult> ListAsync(HttpContext context, UploadTable uploads, CancellationToken stop)
    {
        var all = await uploads.ListAsync(stop).Where(upload => UploadsApi.IsFor(upload, context)).ToListAsync(stop);
        return await PageAnswer.OfAsync<UploadListPage>(
            new UploadListView([.. all.OrderByDescending(upload => upload.ReceivedAt).ThenBy(upload => upload.Id, StringComparer.Ordinal).Take(Listed)], all.Count));
    }

    private static async Task<IResult> SendAsync(
        HttpContext context, UploadIntake intake, DryRun rehearsal, IntakeSettings settings, CancellationToken stop)
    {
        var answer = await UploadsApi.PostAsync(context, name: null, reason: null, dryRun: null, again: null, intake, rehearsal, settings, stop);
        return answer is Accepted<UploadReceipt> { Value: { } receipt } ? PageAnswer.SeeOther(context, $"{PageRoutes.Root}/uploads/{receipt.Id}{(receipt.Repeated ? "?repeated=true" : "")}") : answer;
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string id, bool? repeated, UploadTable uploads, ResultTable results, CancellationToken stop)
    {
        if (await uploads.FindAsync(id, stop) is not { } found || !UploadsApi.IsFor(found.Upload, context))
        {
            return ApiProblem.NotFound();
        }

        return await PageAnswer.OfAsync<UploadPage>(new UploadView(
            found.Upload,
            found.Upload is { IsSettled: true, Counts.AgenciesAccepted: > 0 } ? [.. await results.FromUploadAsync(id, ResultsShown, stop)] : [],
            repeated == true));
    }
}
