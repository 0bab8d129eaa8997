using Ita.Domain.Naming;

namespace Ita.App.Desk.Bodies;

/// <summary>The order of the list.</summary>
public enum BodyOrder
{
    Code,
    Name,

    /// <summary>Highest first; those without a total last.</summary>
    Total,

    /// <summary>The greatest fall first; those without a change last.</summary>
    Change,
}

/// <summary>What the form of the list asks for; null or empty for all.</summary>
/// <param name="Text">Part of a name or code.</param>
public sealed record BodyFilter(string? Text, string? Province, string? Type, BodyState? State, BodyOrder Order);

/// <param name="Bodies">The agencies that the filter leaves.</param>
/// <param name="Counts">The number of agencies in each state, of the province and type asked for.</param>
/// <param name="Published">The number of results that were just published; null when none were.</param>
public sealed record BodyListView(
    int Year,
    BodyFilter Filter,
    ImmutableArray<string> Provinces,
    ImmutableArray<string> Types,
    ImmutableArray<(BodyState State, int Count)> Counts,
    Paged<Body> Bodies,
    int? Published = null)
{
    /// <summary>The years with a framework, the newest first; empty for a list without links to other years.</summary>
    public ImmutableArray<int> Years { get; init; } = [];

    /// <summary>Why drafts on the page cannot be published, by agency.</summary>
    public ImmutableDictionary<string, string> Blocked { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The number of drafts that the filter leaves.</summary>
    public int Drafts => Bodies.All.Count(body => body.State == BodyState.Draft);

    /// <summary>The address of this list with another page or state.</summary>
    public string Address(int page, BodyState? state) => Address("", page, state);

    /// <summary>The address of a page or file about the agencies that the filter leaves.</summary>
    public string AddressOf(string name) => Address($"/{name}", 1, Filter.State);

    private string Address(string name, int page, BodyState? state) =>
        FormattableString.Invariant($"{PageRoutes.Root}/agencies/{Year}{name}") + PageQuery.Of(
            ("q", Filter.Text), ("province", Filter.Province), ("type", Filter.Type), ("state", state is { } one ? Names.Of(one) : null),
            ("order", Filter.Order == BodyOrder.Code ? null : Names.Of(Filter.Order)), ("page", PageQuery.Page(page)));
}

/// <summary>What the address of the list asks for.</summary>
internal sealed record BodyQuery(string? Q, string? Province, string? Type, string? State, string? Order, int? Page);

/// <summary>GET agencies/{year}?q=&amp;province=&amp;type=&amp;state=&amp;order=&amp;page=: the bodies that an assessor is responsible for.</summary>
internal static class BodyPages
{
    public static void MapBodyPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/agencies", (HttpContext context, FrameworkCatalogue frameworks) => PageAnswer.SeeOther(
            context, FormattableString.Invariant($"{PageRoutes.Root}/agencies/{frameworks.Newest.BuddhistEra}")));
        pages.MapGet("/agencies/{year:int}", ShowAsync);
        pages.MapGet("/agencies/{year:int}/list.csv", ListAsync);
    }

    private static async Task<IResult> ShowAsync(
        int year, [AsParameters] BodyQuery query, int? published, BodyList list, PublishBlocks blocks,
        FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(year, query, list, cancellationToken);
        var drafts = view.Bodies.Shown.Where(body => body.State == BodyState.Draft).Select(body => body.Code).ToList();
        var blocked = await blocks.FindAsync(FiscalYear.FromBuddhistEra(year), drafts, cancellationToken);
        return await PageAnswer.RenderAsync<BodyListPage>(view with { Published = published, Blocked = blocked, Years = frameworks.NewestFirst });
    }

    private static async Task<IResult> ListAsync(int year, [AsParameters] BodyQuery query, BodyList list, CancellationToken cancellationToken) =>
        await BodyFile.Create(year, (await ViewAsync(year, query, list, cancellationToken)).Bodies.All).ToCsvAsync(cancellationToken);

    /// <summary>The list of a year that a query asks for.</summary>
    public static async Task<BodyListView> ViewAsync(int year, BodyQuery query, BodyList list, CancellationToken cancellationToken)
    {
        var all = await list.ReadAsync(FiscalYear.FromBuddhistEra(year), cancellationToken);
        var group = GroupNames.Read(query.Province, query.Type);
        var text = string.IsNullOrWhiteSpace(query.Q) ? null : query.Q.Trim();
        var filter = new BodyFilter(
            text, group.Province, group.Type, Names.Find<BodyState>(query.State), Names.Find<BodyOrder>(query.Order) ?? default);
        var ofGroup = all.Where(body => group.Holds(body.Province, body.Type) && AgencyText.IsIn(body.Name, body.Code, filter.Text)).ToList();
        return new(
            year,
            filter,
            GroupNames.Choices(all, body => body.Province),
            GroupNames.Choices(all, body => body.Type),
            [.. Enum.GetValues<BodyState>().Select(one => (one, ofGroup.Count(body => body.State == one)))],
            new([.. Sorted(ofGroup.Where(body => filter.State is null || body.State == filter.State), filter.Order)], query.Page ?? 1));
    }

    private static IEnumerable<Body> Sorted(IEnumerable<Body> bodies, BodyOrder order) => order switch
    {
        BodyOrder.Name => bodies.OrderBy(body => body.Name ?? body.Code, StringComparer.Ordinal),
        BodyOrder.Total => bodies.OrderByDescending(body => body.Total ?? decimal.MinValue),
        BodyOrder.Change => bodies.OrderBy(body => body.Change ?? decimal.MaxValue),
        _ => bodies,
    };
}
