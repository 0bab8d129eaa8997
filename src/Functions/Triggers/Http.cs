using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ita.Functions.Triggers;

/// <summary>All HTTP requests, one function per area: health, API, pages. Authorization is done by the
/// endpoints.</summary>
internal sealed class Http(HttpSite site)
{
    [Function("Health")]
    public Task HealthAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/health/{kind?}")] HttpRequest request) =>
        site.RunAsync(request.HttpContext);

    [Function("Api")]
    public Task ApiAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/v1/{*path}")] HttpRequest request) =>
        site.RunAsync(request.HttpContext);

    [Function("Pages")]
    public Task PagesAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) =>
        site.RunAsync(request.HttpContext);
}
