using Ita.App.Agencies;
using Ita.Domain.Ranking;
using Ita.Reports.Summaries;

namespace Ita.App.Reports;

/// <param name="Years">The years with a framework, the newest first.</param>
/// <param name="Summary">Null when no agency of the scope has a result.</param>
public sealed record SummaryPageView(
    Framework Framework,
    SummaryScope Scope,
    ImmutableArray<string> Provinces,
    ImmutableArray<string> Types,
    Summary? Summary,
    DateTimeOffset ComputedAt,
    ImmutableArray<int> Years)
{
    public int Year => Framework.Year.BuddhistEra;

    public string Title => ScopeTitle.OfAsked(Scope.Province, Scope.Type) is { Length: > 0 } asked ? asked : ScopeTitle.Nation;

    /// <summary>The address of the summary document.</summary>
    /// <param name="format">html or docx.</param>
    public string Document(string format) => FormattableString.Invariant($"/api/v1/reports/{Year}/summary")
        + PageQuery.Of(("format", format), ("province", Scope.Province), ("type", Scope.Type));
}

/// <summary>GET summaries/{year}?province=&amp;type=: the figures of a province, a type or the nation.</summary>
internal static class SummaryPages
{
    public static void MapSummaryPages(this IEndpointRouteBuilder pages) => pages.MapGet("/summaries/{year:int}", ShowAsync);

    private static async Task<IResult> ShowAsync(
        int year,
        string? province,
        string? type,
        SummaryDrafts drafts,
        ResultTable results,
        AgencyTable agencies,
        FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        var asked = GroupNames.Read(province, type);
        var scope = new SummaryScope(asked.Province, asked.Type);
        var (summary, computedAt) = await drafts.SummaryAsync(known, scope, cancellationToken);
        if (summary is null && asked.FindUnknown(RefusalKind.NotFound) is { } unknown)
        {
            return unknown.ToResult();
        }

        HashSet<(string? Province, string? Type)> groups =
        [
            .. (await agencies.AllAsync(known, cancellationToken)).Select(agency => (agency.Province, agency.Type)),
            .. (await results.BriefsAsync(known, cancellationToken)).Select(brief => (brief.Province, brief.Type)),
        ];
        return await PageAnswer.RenderAsync<SummaryPage>(new SummaryPageView(
            frameworks.Get(known),
            scope,
            GroupNames.Choices(groups, one => one.Province),
            GroupNames.Choices(groups, one => one.Type),
            summary,
            computedAt,
            frameworks.NewestFirst));
    }
}
