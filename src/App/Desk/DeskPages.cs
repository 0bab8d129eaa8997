namespace Ita.App.Desk;

public sealed record DeskLink(string Name, string Address, string About);

public sealed record DeskPart(string Name, ImmutableArray<DeskLink> Links);

/// <summary>The work that the holder of a key can do.</summary>
public sealed record DeskView(KeyHolder Holder, ImmutableArray<DeskPart> Parts);

/// <summary>GET desk: links to everything that the key of the request allows.</summary>
internal static class DeskPages
{
    public static void MapDesk(this IEndpointRouteBuilder pages) => pages.MapGet("/desk", ShowAsync).Needs(Right.OwnAgency);

    private static async Task<IResult> ShowAsync(
        HttpContext context, ResultTable results, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        var holder = context.Holder();
        var year = await FindYearAsync(holder, results, frameworks, cancellationToken);
        return await PageAnswer.RenderAsync<DeskPage>(new DeskView(holder, [.. DeskLinks.PartsOf(holder, year)]));
    }

    // The newest year with a result of the agency; the newest year for other keys.
    private static async Task<int> FindYearAsync(
        KeyHolder holder, ResultTable results, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        var years = frameworks.Years.OrderByDescending(year => year.BuddhistEra).ToList();
        foreach (var year in holder.Agency is null ? [] : years)
        {
            if (await results.FindAsync(year, holder.Agency!, cancellationToken) is not null)
            {
                return year.BuddhistEra;
            }
        }

        return frameworks.Newest.BuddhistEra;
    }
}
