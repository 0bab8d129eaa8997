using System.Collections.Immutable;
using Ita.App.Access;
using Ita.App.Web;
using Ita.Domain.Frameworks;

namespace Ita.App.Desk;

/// <param name="Years">Newest first.</param>
/// <param name="HasKey">Whether this browser carries a key that is known.</param>
public sealed record HomeView(ImmutableArray<int> Years, bool HasKey);

/// <summary>GET /api/app, and GET find?year=&amp;agency=&amp;to=, by which its form leads on.</summary>
internal static class HomePages
{
    private static readonly string[] Places = ["results", "surveys"];

    public static void MapHome(this RouteGroupBuilder pages)
    {
        pages.MapGet("/", async (HttpContext context, Callers callers) => await PageAnswer.OfAsync<HomePage>(new HomeView(
            [.. FrameworkCatalogue.Years.Select(year => year.BuddhistEra).OrderDescending()],
            Callers.Sent(context.Request) is not null && (await callers.HolderAsync(context)).Holder is not null))).Needs(Right.Anyone);
        pages.MapGet("/find", (HttpContext context, int? year, string? agency, string? to) => PageAnswer.SeeOther(
            context,
            string.IsNullOrWhiteSpace(agency) || year is null
                ? PageRoutes.Root
                : FormattableString.Invariant($"{PageRoutes.Root}/{(Places.Contains(to) ? to : Places[0])}/{year}/{Uri.EscapeDataString(agency.Trim())}"))).Needs(Right.Anyone);
    }
}
