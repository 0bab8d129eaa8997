using Ita.Reports.Printing;

namespace Ita.App.Health;

/// <summary>GET /api/health/live: the process responds. GET /api/health/ready: storage responds and a browser for
/// printing is installed.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/health", Live);
        app.MapGet("/api/health/live", Live);
        app.MapGet("/api/health/ready", ReadyAsync);
    }

    private static IResult Live() => TypedResults.Json(new { status = "live" });

    private static async Task<IResult> ReadyAsync(OpenStorage storage, CancellationToken cancellationToken)
    {
        var stores = await StorageAnswersAsync(storage, cancellationToken);
        var browser = HasBrowser();
        return TypedResults.Json(
            new { status = stores && browser ? "ready" : "notReady", storage = stores, browser },
            statusCode: stores && browser ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static bool HasBrowser()
    {
        try
        {
            return ChromiumFinder.Find().Length > 0;
        }
        catch (ChromiumNotFoundException)
        {
            return false;
        }
    }

    private static async Task<bool> StorageAnswersAsync(OpenStorage storage, CancellationToken cancellationToken)
    {
        try
        {
            await storage.EnsureAsync(cancellationToken);
            // Reads the properties of a container, because the app has no role on the account itself.
            await storage.Connection.Blobs.GetBlobContainerClient(StorageNames.Containers.Results)
                .GetPropertiesAsync(cancellationToken: cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is Azure.RequestFailedException or AggregateException or InvalidOperationException)
        {
            return false;
        }
    }
}
