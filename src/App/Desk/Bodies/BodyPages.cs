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

/// <param name="Counts">The number of agencies in each state, of the province and type asked for.</param>
/// <param name="Count">The number of agencies that the filter leaves.</param>
public sealed record BodyListView(
    int Year,
    ImmutableArray<int> Years,
    BodyFilter Filter,
    ImmutableArray<string> Provinces,
    ImmutableArray<string> Types,
    ImmutableArray<(BodyState State, int Count)> Counts,
    ImmutableArray<Body> Shown,
    int Page,
    int Count)
{
    public const int PageSize = 50;

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    /// <summary>The address of this list with another page or state.</summary>
    public string Address(int page, BodyState? state)
    {
        (string Name, string? Value)[] parts =
        [
            ("q", Filter.Text), ("province", Filter.Province), ("type", Filter.Type), ("state", state is { } one ? Names.Of(one) : null),
            ("order", Filter.Order == BodyOrder.Code ? null : Names.Of(Filter.Order)),
            ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)),
        ];
        var query = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return FormattableString.Invariant($"{PageRoutes.Root}/agencies/{Year}{(query.Length == 0 ? "" : $"?{query}")}");
    }
}

/// <summary>GET agencies/{year}?q=&amp;province=&amp;type=&amp;state=&amp;order=&amp;page=: the bodies that an assessor is responsible for.</summary>
internal static class BodyPages
{
    public static void MapBodyPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/agencies", (HttpContext context) => PageAnswer.SeeOther(
            context, FormattableString.Invariant($"{PageRoutes.Root}/agencies/{FrameworkCatalogue.Years.Max(year => year.BuddhistEra)}")));
        pages.MapGet("/agencies/{year:int}", ShowAsync);
    }

    private static async Task<IResult> ShowAsync(
        int year,
        string? q,
        string? province,
        string? type,
        string? state,
        string? order,
        int? page,
        BodyList list,
        CancellationToken cancellationToken)
    {
        var all = await list.ReadAsync(FiscalYear.FromBuddhistEra(year), cancellationToken);
        var group = GroupNames.Read(province, type);
        var text = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var filter = new BodyFilter(text, group.Province, group.Type, Names.Find<BodyState>(state), Names.Find<BodyOrder>(order) ?? default);
        var ofGroup = all.Where(body => group.Holds(body.Province, body.Type) && AgencyText.IsIn(body.Name, body.Code, filter.Text)).ToList();
        var wanted = Sorted(ofGroup.Where(body => filter.State is null || body.State == filter.State), filter.Order).ToList();
        var at = Math.Clamp(page ?? 1, 1, Math.Max(1, (wanted.Count + BodyListView.PageSize - 1) / BodyListView.PageSize));
        return await PageAnswer.RenderAsync<BodyListPage>(new BodyListView(
            year,
            [.. FrameworkCatalogue.Years.Select(known => known.BuddhistEra).OrderDescending()],
            filter,
            GroupNames.Choices(all, body => body.Province),
            GroupNames.Choices(all, body => body.Type),
            [.. Enum.GetValues<BodyState>().Select(one => (one, ofGroup.Count(body => body.State == one)))],
            [.. wanted.Skip((at - 1) * BodyListView.PageSize).Take(BodyListView.PageSize)],
            at,
            wanted.Count));
    }

    private static IEnumerable<Body> Sorted(IEnumerable<Body> bodies, BodyOrder order) => order switch
    {
        BodyOrder.Name => bodies.OrderBy(body => body.Name ?? body.Code, StringComparer.Ordinal),
        BodyOrder.Total => bodies.OrderByDescending(body => body.Total ?? decimal.MinValue),
        BodyOrder.Change => bodies.OrderBy(body => body.Change ?? decimal.MaxValue),
        _ => bodies,
    };
}
