using Microsoft.Net.Http.Headers;

namespace Ita.App.Web;

/// <summary>Lets scripts of other sites read what needs no key (CORS): GET of the API and of its OpenAPI document. No credentials are accepted
/// from there.</summary>
internal static class OpenReads
{
    private static readonly PathString Api = "/api/v1";
    private static readonly PathString Document = "/api/openapi";

    public static IServiceCollection AddOpenReads(this IServiceCollection services) => services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
        .AllowAnyOrigin()
        .WithMethods(HttpMethods.Get, HttpMethods.Head)
        .WithHeaders(HeaderNames.IfNoneMatch)
        .WithExposedHeaders(HeaderNames.ETag, HeaderNames.Link, HeaderNames.ContentDisposition, HeaderNames.RetryAfter)));

    // The answer to a request without an origin is the same for every reader, and one of another site's script differs by a header only.
    public static void UseOpenReads(this IApplicationBuilder app) => app.UseWhen(
        context => IsOpen(context.Request), branch => branch.UseCors());

    // A preflight asks on behalf of the method that it names; other methods get the usual answer to OPTIONS.
    private static bool IsOpen(HttpRequest request)
    {
        var method = HttpMethods.IsOptions(request.Method) ? $"{request.Headers.AccessControlRequestMethod}" : request.Method;
        return (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
            && (request.Path.StartsWithSegments(Api) || request.Path.StartsWithSegments(Document));
    }
}
