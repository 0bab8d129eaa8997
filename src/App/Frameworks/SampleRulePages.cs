namespace Ita.App.Frameworks;

/// <summary>GET samples/{year}: the minimum samples of a year with their sources, and the other published variant.</summary>
internal static class SampleRulePages
{
    public static void MapSampleRulePages(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/samples/{year:int}", ShowAsync).Needs(Right.Anyone);

    private static Task<IResult> ShowAsync(int year, FrameworkCatalogue frameworks)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        return PageAnswer.RenderAsync<SampleRulePage>(
            new SampleRuleView(year, frameworks.Get(known).SampleRules, FixedSamples.Find(known), frameworks.NewestFirst));
    }
}

/// <param name="Rules">Those that decide whether a survey is processed; empty when the year has none.</param>
/// <param name="Fixed">The other variant; null when none is known.</param>
public sealed record SampleRuleView(int Year, ImmutableArray<SampleRule> Rules, FixedSamples? Fixed, ImmutableArray<int> Years);
