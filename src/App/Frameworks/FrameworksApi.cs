using System.Text.Json.Serialization;

namespace Ita.App.Frameworks;

/// <summary>GET frameworks and frameworks/{year}: the assessment frameworks; public.</summary>
internal static class FrameworksApi
{
    public static void MapFrameworks(this IEndpointRouteBuilder api)
    {
        api.MapGet("/frameworks", List).Needs(Right.Anyone);
        api.MapGet("/frameworks/{year:int}", Get).Needs(Right.Anyone);
        api.MapSampleSize();
    }

    private static Answer<ImmutableArray<FrameworkBrief>> List(FrameworkCatalogue frameworks) => frameworks.All.Select(FrameworkBrief.From).ToImmutableArray();

    private static Answer<Framework> Get(int year, FrameworkCatalogue frameworks) => frameworks.Get(FiscalYear.FromBuddhistEra(year));

    private sealed record FrameworkBrief(
        FiscalYear FiscalYear,
        string Version,
        IEnumerable<string> Instruments,
        int Indicators,
        int Items,
        IEnumerable<string> Ratings,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaveatsObject? Caveats,
        string Href)
    {
        public static FrameworkBrief From(Framework framework) => new(
            framework.Year,
            framework.Version,
            framework.Instruments.Select(instrument => instrument.Code),
            framework.Indicators.Length,
            framework.Items.Length,
            framework.Rating.Bands.Select(band => band.Name),
            CaveatsObject.From(framework),
            $"/api/v1/frameworks/{framework.Year}");
    }
}
