using System.Collections.Concurrent;

namespace Ita.App.Desk.Bodies;

/// <param name="Drafts">The agencies whose drafts are published, at most <see cref="PublishPages.Most"/>.</param>
/// <param name="Blocked">Further drafts that cannot be published now, with the reason in Thai.</param>
/// <param name="Left">The number of further drafts, which need another request.</param>
/// <param name="Refused">The agencies whose drafts could not be published, with the reason in Thai; empty before the attempt.</param>
/// <param name="Faults">Why nothing was published; empty otherwise.</param>
public sealed record PublishView(
    BodyListView List,
    ImmutableArray<Body> Drafts,
    ImmutableArray<(Body Body, string Why)> Blocked,
    int Left,
    ImmutableArray<(string Agency, string Why)> Refused,
    string? Reason,
    ImmutableArray<FieldFault> Faults)
{
    public string Codes => string.Join(PublishPages.Separator, Drafts.Select(body => body.Code));

    /// <summary>The versions of the drafts, in the order of <see cref="Codes"/>.</summary>
    public string Versions => string.Join(PublishPages.Separator, Drafts.Select(body => body.Version!.Value.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>GET agencies/{year}/publish with the filter of the list: which drafts would be published; POST publishes them with a reason.</summary>
internal static class PublishPages
{
    /// <summary>The most results that one request publishes.</summary>
    public const int Most = 500;

    public const char Separator = ',';

    private const int AtOnce = 4;

    public static void MapPublishPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/agencies/{year:int}/publish", ShowAsync).Needs(Right.AnyAgency);
        pages.MapPost("/agencies/{year:int}/publish", PublishAsync).Needs(Right.AnyAgency).DisableAntiforgery();
        pages.MapPost("/results/{year:int}/{agency}/publish", PublishOneAsync).Needs(Right.AnyAgency).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(
        int year, [AsParameters] BodyQuery query, BodyList list, PublishBlocks blocks, CancellationToken cancellationToken) =>
        await PageAnswer.RenderAsync<PublishPage>(
            await ViewOfAsync(await BodyPages.ViewAsync(year, query, list, cancellationToken), [], null, [], blocks, cancellationToken));

    // Exactly the agencies and versions that the page has shown are published, also when the list changed meanwhile.
    private static async Task<IResult> PublishAsync(
        HttpContext context,
        int year,
        [AsParameters] BodyQuery query,
        BodyList list,
        PublishBlocks blocks,
        Publishing publishing,
        CancellationToken cancellationToken)
    {
        var posted = await FormPost.ReadFormAsync(context.Request, cancellationToken);
        if (posted.IsRefused)
        {
            return posted.Refusal.ToResult();
        }

        var reason = Reasons.Plain(posted.Value["reason"]);
        var codes = posted.Value["codes"].ToString().Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        var versions = posted.Value["versions"].ToString().Split(Separator, StringSplitOptions.RemoveEmptyEntries)
            .Select(VersionOf).ToArray();
        var refusal = codes.Length is 0 or > Most || versions.Length != codes.Length ? Refusal.Invalid("nothing-chosen") : CheckReason(reason);
        if (refusal is not null)
        {
            var again = await ViewOfAsync(
                await BodyPages.ViewAsync(year, query, list, cancellationToken), [], reason, FieldFaults.Of(refusal), blocks, cancellationToken);
            return await PageAnswer.RenderAsync<PublishPage>(again, ProblemResult.StatusFor(refusal.Kind));
        }

        var refused = await PublishAllAsync(
            FiscalYear.FromBuddhistEra(year), [.. codes.Zip(versions)], context.Holder(), reason!, publishing, cancellationToken);
        var view = await BodyPages.ViewAsync(year, query, list, cancellationToken);
        return refused.IsEmpty
            ? PageAnswer.SeeOther(context, WithPublished(view.Address(1, null), codes.Length))
            : await PageAnswer.RenderAsync<PublishPage>(
                await ViewOfAsync(view, refused, reason, [], blocks, cancellationToken), StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> PublishOneAsync(
        HttpContext context, int year, string agency, Publishing publishing, ResultViews views, CancellationToken cancellationToken)
    {
        var posted = await FormPost.ReadFormAsync(context.Request, cancellationToken);
        if (posted.IsRefused)
        {
            return posted.Refusal.ToResult();
        }

        var reason = Reasons.Plain(posted.Value["reason"]);
        var (overrule, version) = (Reasons.Plain(posted.Value["overruleReason"]), VersionOf(posted.Value["version"]));
        var refusal = CheckReason(reason) ?? Reasons.Check(overrule)
            ?? (await publishing.PublishAsync(
                FiscalYear.FromBuddhistEra(year), agency, new(context.Holder(), reason, version, overrule), cancellationToken)).Refusal;
        return refusal is null
            ? PageAnswer.SeeOther(context, $"{PageRoutes.Result(year, agency)}?done=published")
            : await AgainAsync(context, year, agency, (reason, overrule), refusal, views, cancellationToken);
    }

    // The page of the result with the reason as it was typed; the refusal itself where there is nothing to publish.
    private static async Task<IResult> AgainAsync(
        HttpContext context, int year, string agency, (string? Reason, string? Overrule) typed, Refusal refusal, ResultViews views,
        CancellationToken cancellationToken) =>
        await views.FindAsync(FiscalYear.FromBuddhistEra(year), agency, context, cancellationToken) is { Publish: { } form } view
            ? await PageAnswer.RenderAsync<ResultPage>(
                view with { Publish = form with { Reason = typed.Reason, Overrule = typed.Overrule, Faults = FaultsOf(refusal, typed.Reason) } },
                ProblemResult.StatusFor(refusal.Kind))
            : refusal.ToResult();

    private static ImmutableArray<FieldFault> FaultsOf(Refusal refusal, string? reason) =>
        reason is null ? [new("reason", refusal.Text.Th)] : FieldFaults.Of(refusal);

    // 0, which no result has, for a text that is no version.
    private static int VersionOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    // A page asks for a reason; the API takes publications without one.
    private static Refusal? CheckReason(string? reason) => reason is null ? Refusal.Invalid("reason-missing") : Reasons.Check(reason);

    private static async Task<ImmutableArray<(string Agency, string Why)>> PublishAllAsync(
        FiscalYear year, ImmutableArray<(string Code, int Version)> shown, KeyHolder by, string reason, Publishing publishing,
        CancellationToken cancellationToken)
    {
        var refused = new ConcurrentBag<(string Agency, string Why)>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(shown, parallel, async (one, stop) =>
        {
            if (await publishing.PublishAsync(year, one.Code, new(by, reason, one.Version), stop) is { Refusal: { } refusal })
            {
                refused.Add((one.Code, refusal.Text.Th));
            }
        });
        return [.. refused.OrderBy(one => one.Agency, StringComparer.Ordinal)];
    }

    private static async Task<PublishView> ViewOfAsync(
        BodyListView list,
        ImmutableArray<(string Agency, string Why)> refused,
        string? reason,
        ImmutableArray<FieldFault> faults,
        PublishBlocks blocks,
        CancellationToken cancellationToken)
    {
        var drafts = list.Bodies.All.Where(body => body.State == BodyState.Draft).ToList();
        var why = await blocks.FindAsync(FiscalYear.FromBuddhistEra(list.Year), [.. drafts.Select(body => body.Code)], cancellationToken);
        var free = drafts.Where(body => !why.ContainsKey(body.Code)).ToList();
        var blocked = drafts.Where(body => why.ContainsKey(body.Code)).Select(body => (body, why[body.Code]));
        return new(list, [.. free.Take(Most)], [.. blocked], Math.Max(0, free.Count - Most), refused, reason, faults);
    }

    private static string WithPublished(string address, int count) =>
        FormattableString.Invariant($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}published={count}");
}
