using Ita.Intake.Cells;

namespace Ita.App.Desk;

/// <param name="Years">Newest first.</param>
/// <param name="HasKey">True when the browser sends a known key.</param>
public sealed record HomeView(ImmutableArray<int> Years, bool HasKey);

/// <summary>GET /api/app, and GET find?year=&amp;agency=&amp;to=, the target of its form.</summary>
internal static class HomePages
{
    private static readonly string[] Places = ["results", "surveys"];

    public static void MapHome(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", async (HttpContext context, Callers callers, FrameworkCatalogue frameworks) =>
            await PageAnswer.RenderAsync<HomePage>(new HomeView(
            frameworks.NewestFirst,
            Callers.Sent(context.Request) is not null && (await callers.FindHolderAsync(context)).Value is not null))).Needs(Right.Anyone);
        pages.MapGet("/find", (HttpContext context, int? year, string? agency, string? to) => PageAnswer.SeeOther(
            context, string.IsNullOrWhiteSpace(agency) || year is null ? PageRoutes.Root : Address(year.Value, agency, to))).Needs(Right.Anyone);
    }
    private static string Address(int year, string agency, string? to)
    {
        var code = Uri.EscapeDataString(AgencyCodes.Normalize(agency) ?? agency.Trim());
        return FormattableString.Invariant($"{PageRoutes.Root}/{(Places.Contains(to) ? to : Places[0])}/{year}/{code}");
    }
}
