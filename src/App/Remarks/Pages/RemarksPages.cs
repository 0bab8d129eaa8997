using Ita.App.Agencies;
using Ita.Domain.Remarks;

namespace Ita.App.Remarks.Pages;

/// <param name="Title">The name of the agency; its code when there is no name.</param>
/// <param name="Sets">In the order of the framework.</param>
public sealed record RemarksView(int Year, string Agency, string Title, ImmutableArray<RemarkSet> Sets, ImmutableArray<RemarkGroup> Groups);

/// <summary>GET remarks/{year}/{agency}: the remarks by issue, all of them.</summary>
internal static class RemarksPages
{
    public static void MapRemarksPages(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/remarks/{year:int}/{agency}", ShowAsync).Needs(Right.OwnAgency);

    private static async Task<IResult> ShowAsync(
        int year, string agency, RemarkTable remarks, AgencyTable agencies, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        var framework = frameworks.Get(known);
        var sets = RemarkSet.InOrder(framework, await remarks.ListAsync(known, agency, cancellationToken));
        return await PageAnswer.RenderAsync<RemarksPage>(new RemarksView(
            year, agency, await agencies.TitleAsync(known, agency, cancellationToken), sets, RemarkGroup.Create(framework, sets)));
    }
}
