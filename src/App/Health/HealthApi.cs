using Ita.Reports.Printing;

namespace Ita.App.Health;

/// <summary>GET /api/health/live: the process responds. GET /api/health/ready: blobs, queues and tables respond, the store has space, and a
/// browser for printing is installed.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/health", Live);
        app.MapGet("/api/health/live", Live);
        app.MapGet("/api/health/ready", ReadyAsync);
    }

    private static IResult Live() => TypedResults.Json(new { status = "live" });

    private static async Task<IResult> ReadyAsync(StorageHealth storage, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await storage.CheckAsync(cancellationToken);
        var browser = HasBrowser();
        var isReady = found.IsUsable && browser;
        if (!isReady)
        {
            response.Headers.RetryAfter = StorageRefusals.Unavailable.RetryAfter;
        }

        return TypedResults.Json(
            new { status = isReady ? "ready" : "notReady", storage = found.IsUsable, found.Blobs, found.Queues, found.Tables, found.Space, browser },
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Whether a browser for printing is installed.</summary>
    public static bool HasBrowser()
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
}
