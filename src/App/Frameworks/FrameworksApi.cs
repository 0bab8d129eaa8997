using Ita.App.Web;
using Ita.Domain.Frameworks;

namespace Ita.App.Frameworks;

/// <summary>GET frameworks, GET frameworks/{year}: the catalogue, public.</summary>
internal static class FrameworksApi
{
    public static void MapFrameworks(this RouteGroupBuilder api)
    {
        api.MapGet("/frameworks", () => TypedResults.Json(FrameworkCatalogue.All.Select(Brief), ApiJson.Options));
        api.MapGet("/frameworks/{year:int}", (int year) => FiscalYears.Known(year, out var refusal) is { } known
            ? TypedResults.Json(FrameworkCatalogue.Get(known), ApiJson.Options)
            : refusal);
    }

    private static object Brief(Framework framework) => new
    {
        fiscalYear = framework.Year,
        framework.Version,
        instruments = framework.Instruments.Select(instrument => instrument.Code),
        indicators = framework.Indicators.Length,
        items = framework.Items.Length,
        ratings = framework.Rating.Bands.Select(band => band.Name),
        href = $"/api/v1/frameworks/{framework.Year}",
    };
}
