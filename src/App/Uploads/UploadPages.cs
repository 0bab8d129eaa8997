namespace Ita.App.Uploads;

/// <param name="Sent">The files that were just sent together; empty otherwise.</param>
/// <param name="Newest">Newest first.</param>
/// <param name="Count">The number of all uploads.</param>
public sealed record UploadListView(ImmutableArray<Upload> Sent, ImmutableArray<Upload> Newest, int Count)
{
    /// <summary>True until the files just sent are read.</summary>
    public bool IsUnderWay => Sent.Any(upload => upload.IsUnderWay);
}

/// <param name="Made">The first results whose current version comes from this file.</param>
/// <param name="Repeated">True when the same bytes had been sent before.</param>
public sealed record UploadView(Upload Upload, ImmutableArray<ResultRow> Made, bool Repeated);

/// <summary>What the files would do, in the order of the form.</summary>
public sealed record DryRunView(ImmutableArray<DryRunOfFile> Files);

public sealed record DryRunOfFile(string Name, DryRunObject Run);

/// <summary>GET and POST uploads, GET uploads/{id}.</summary>
internal static class UploadPages
{
    private const char Separator = ',';
    private const int Listed = 50;
    private const int ResultsShown = 20;

    public static void MapUploadPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/uploads", ListAsync).Needs(Right.Reading);
        pages.MapPost("/uploads", SendAsync).Needs(Right.OwnAgency).DisableAntiforgery();
        pages.MapGet("/uploads/{id}", ShowAsync).Needs(Right.Reading);
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, string? sent, UploadTable uploads, CancellationToken cancellationToken)
    {
        var all = await uploads.ListAsync(cancellationToken).Where(upload => upload.IsFor(context)).ToListAsync(cancellationToken);
        var newest = all.OrderByDescending(upload => upload.ReceivedAt).ThenBy(upload => upload.Id, StringComparer.Ordinal).Take(Listed);
        var justSent = (sent ?? "").Split(Separator).Select(id => all.Find(upload => upload.Id == id)).OfType<Upload>();
        return await PageAnswer.RenderAsync<UploadListPage>(new UploadListView([.. justSent], [.. newest], all.Count));
    }

    private static async Task<IResult> SendAsync(
        HttpContext context, UploadRequests requests, UploadIntake intake, DryRun rehearsal, CancellationToken cancellationToken)
    {
        var read = await requests.ReadAllAsync(context, cancellationToken);
        if (read.IsRefused)
        {
            return read.Refusal.ToResult();
        }

        await using var sent = read.Value;
        return sent.IsDryRun
            ? await RehearseAsync(sent.Files, rehearsal, cancellationToken)
            : PageAnswer.SeeOther(context, await AcceptAsync(sent.Files, intake, cancellationToken));
    }

    // Not a redirect, because nothing is stored that another page could show.
    private static async Task<IResult> RehearseAsync(ImmutableArray<SentUpload> files, DryRun rehearsal, CancellationToken cancellationToken)
    {
        var runs = new List<DryRunOfFile>();
        foreach (var file in files)
        {
            runs.Add(new(file.Sender.FileName, await rehearsal.RunAsync(file.Content, file.Sender, cancellationToken)));
        }

        return await PageAnswer.RenderAsync<DryRunPage>(new DryRunView([.. runs]));
    }

    // The address of the page that shows them.
    private static async Task<string> AcceptAsync(ImmutableArray<SentUpload> files, UploadIntake intake, CancellationToken cancellationToken)
    {
        var received = new List<ReceivedUpload>();
        foreach (var file in files)
        {
            received.Add(await intake.AcceptAsync(file.Content, file.Sender, cancellationToken));
        }

        return received is [var one]
            ? $"{PageRoutes.Root}/uploads/{one.Upload.Id}{(one.IsNew ? "" : "?repeated=true")}"
            : $"{PageRoutes.Root}/uploads?sent={string.Join(Separator, received.Select(file => file.Upload.Id))}";
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
