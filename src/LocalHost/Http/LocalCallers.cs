using Microsoft.AspNetCore.HostFiltering;

namespace Ita.LocalHost.Http;

/// <summary>
/// Refuses requests that a foreign web page makes a browser on this machine send. The Azure Functions host asks for a key at
/// <c>/admin</c>; this host has none, because it listens on loopback only.
/// </summary>
internal static class LocalCallers
{
    /// <summary>The setting of ASP.NET Core: the host names that requests may use, separated by semicolons.</summary>
    private const string AllowedHosts = "AllowedHosts";

    private const string Loopback = "localhost;127.0.0.1;[::1]";

    /// <summary>
    /// Only these names in <c>Host</c>. A page whose own name was made to lead to this machine (DNS rebinding) sends that name.
    /// </summary>
    public static void AddLocalCallers(this IServiceCollection services, Settings settings) => services.AddHostFiltering(filter =>
    {
        filter.AllowedHosts = (settings[AllowedHosts] is { Length: > 0 } named ? named : Loopback).Split(';', StringSplitOptions.TrimEntries);
        filter.AllowEmptyHosts = false;
    });

    /// <summary>403 for a request that a browser says comes from a page of another origin, or from none that it names.</summary>
    public static TGroup RefuseForeignPages<TGroup>(this TGroup endpoints)
        where TGroup : IEndpointConventionBuilder => endpoints.AddEndpointFilter((context, next) => IsForeign(context.HttpContext.Request)
            ? ValueTask.FromResult<object?>(Results.Problem(
                "A page of another origin may not call the host.", statusCode: StatusCodes.Status403Forbidden))
            : next(context));

    // Every browser sends Origin with POST, and newer ones send Sec-Fetch-Site with everything. Other clients send neither.
    private static bool IsForeign(HttpRequest request) =>
        (request.Headers.Origin is { Count: > 0 } origin && origin != $"{request.Scheme}://{request.Host}")
        || (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site != "same-origin" && site != "none");
}
