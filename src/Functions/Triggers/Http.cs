using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ita.Functions.Triggers;

/// <summary>Every HTTP call, one function per area: health, API, pages. The endpoints decide who may do what.</summary>
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
