using Ita.App;
using Microsoft.AspNetCore.Http;

namespace Ita.Functions;

/// <summary>The app's ASP.NET Core pipeline, built once and run inside each HTTP function. The ASP.NET Core
/// integration of the worker has no extension point for the app's own middleware and endpoints.</summary>
internal sealed class HttpSite(IServiceProvider services)
{
    private readonly Lazy<RequestDelegate> pipeline = new(() => AppServices.BuildPipeline(services));

    /// <summary>Builds the pipeline now, so that the first request does not wait for it.</summary>
    public void Build() => _ = pipeline.Value;

    public Task RunAsync(HttpContext context)
    {
        // The request arrives with the endpoint and route values of its function. They are removed, because routing
        // does nothing when an endpoint is set.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return pipeline.Value(context);
    }
}
