namespace Ita.App.Uploads;

/// <param name="Newest">Newest first.</param>
/// <param name="Count">The number of all uploads.</param>
public sealed record UploadListView(ImmutableArray<Upload> Newest, int Count);

/// <param name="Made">The first results whose current version comes from this file.</param>
/// <param name="Repeated">True when the same bytes had been sent before.</param>
public sealed record UploadView(Upload Upload, ImmutableArray<ResultRow> Made, bool Repeated)
{
    /// <summary>True until the file is read.</summary>
    public bool IsUnderWay => Upload.Status is UploadStatus.Received or UploadStatus.Processing;
}

/// <summary>GET and POST uploads, GET uploads/{id}.</summary>
internal static class UploadPages
{
    private const int Listed = 50;
    private const int ResultsShown = 20;

    public static void MapUploadPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/uploads", ListAsync).Needs(Right.Reading);
        pages.MapPost("/uploads", SendAsync).Needs(Right.OwnAgency).DisableAntiforgery();
        pages.MapGet("/uploads/{id}", ShowAsync).Needs(Right.Reading);
    }

    private static async Task<IResult> ListAsync(HttpContext context, UploadTable uploads, CancellationToken cancellationToken)
    {
        var all = await uploads.ListAsync(cancellationToken).Where(upload => upload.IsFor(context)).ToListAsync(cancellationToken);
        var newest = all.OrderByDescending(upload => upload.ReceivedAt).ThenBy(upload => upload.Id, StringComparer.Ordinal).Take(Listed);
        return await PageAnswer.RenderAsync<UploadListPage>(new UploadListView([.. newest], all.Count));
    }

    private static async Task<IResult> SendAsync(
        HttpContext context, UploadRequests requests, UploadIntake intake, CancellationToken cancellationToken)
    {
        var read = await requests.ReadAsync(context, new(), cancellationToken);
        if (read.IsRefused)
        {
            return read.Refusal.ToResult();
        }

        await using var sent = read.Value;
        var received = await intake.AcceptAsync(sent.Content, sent.Sender, cancellationToken);
        return PageAnswer.SeeOther(context, $"{PageRoutes.Root}/uploads/{received.Upload.Id}{(received.IsNew ? "" : "?repeated=true")}");
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, string id, bool? repeated, UploadTable uploads, ResultTable results, CancellationToken cancellationToken)
    {
        if (await uploads.FindAsync(id, cancellationToken) is not { } found || !found.Upload.IsFor(context))
        {
            return Refusal.NotFound().ToResult();
        }

        return await PageAnswer.RenderAsync<UploadPage>(new UploadView(
            found.Upload,
            found.Upload is { IsSettled: true, Counts.AgenciesAccepted: > 0 }
                ? [.. await results.FromUploadAsync(id, ResultsShown, cancellationToken)]
                : [],
            repeated == true));
    }
}
