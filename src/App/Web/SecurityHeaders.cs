using Microsoft.Net.Http.Headers;

namespace Ita.App.Web;

/// <summary>Security headers and caching of every answer: of pages, of the API documentation, of reports as HTML, and of everything
/// else.</summary>
internal static class SecurityHeaders
{
    private const string PagePolicy =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // The script of a page is one of our own files and cannot ask for anything.
    private const string ScriptPolicy = $"{PagePolicy}; script-src 'self'";

    // A report has its style sheet, typeface and charts in itself.
    private const string ReportPolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'";

    // Scalar starts with an inline script and writes style sheets.
    private const string ReferencePolicy = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        + "font-src 'self' data:; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string DataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // A browser opens a PDF in a page of its own with an embedded viewer.
    private const string PdfPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'";

    // A chart may be shown in pages of other sites.
    private const string ChartPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    // A cached answer is asked for again before it is shown, because a draft may have replaced it.
    private const string Revalidated = "no-cache";
    private const string NotStored = "no-store";
    private const string OneYear = "max-age=31536000";
    private const string Html = "text/html";
    private const string NotEmbedded = "same-origin";
    private const string Embedded = "cross-origin";
    private const string Pdf = "application/pdf";
    private const string Svg = "image/svg+xml";

    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services)
    {
        services.AddSecurityHeaderPolicies((builder, provider) =>
        {
            var isHttps = provider.GetRequiredService<PublicAddress>().Url.Scheme == Uri.UriSchemeHttps;
            var (page, script) = (Page(PagePolicy, isHttps), Page(ScriptPolicy, isHttps));
            var reference = Of(ReferencePolicy, isHttps);
            var chart = InFrames(ChartPolicy, isHttps).AddCustomHeader("Cross-Origin-Resource-Policy", Embedded);
            var (report, data) = (Of(ReportPolicy, isHttps), Of(DataPolicy, isHttps));
            var pdf = Of(PdfPolicy, isHttps);
            builder.SetPolicySelector(context => context.HttpContext switch
            {
                var http when IsPage(http) => http.GetEndpoint()?.Metadata.GetMetadata<RunsScript>() is null ? page : script,
                var http when http.Request.Path.StartsWithSegments(ApiReference.Root) => reference,
                var http when IsHtml(http.Response) => report,
                var http when IsChart(http) => chart,
                var http when http.Response.ContentType == Pdf => pdf,
                _ => data,
            });
        });
        return services;
    }

    /// <summary>Runs before every other middleware, so that problems have the headers too.</summary>
    public static void UseSecurity(this IApplicationBuilder app)
    {
        app.UseSecurityHeaders();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(SetCaching, context);
            return next(context);
        });
    }

    // A problem of an address that is both is no page.
    private static bool IsPage(HttpContext http) => http.Request.Path.StartsWithSegments(PageRoutes.Root)
        || (http.GetEndpoint()?.Metadata.GetMetadata<AlsoPage>() is not null && IsHtml(http.Response));

    private static bool IsHtml(HttpResponse response) => response.ContentType?.StartsWith(Html, StringComparison.Ordinal) == true;

    // A problem of the same address is in no frame.
    private static bool IsChart(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Embeddable>() is not null
        && (http.Response.ContentType == Svg || http.Response.StatusCode == StatusCodes.Status304NotModified);

    private static HeaderPolicyCollection Page(string policy, bool isHttps) => Of(policy, isHttps)
        .AddCustomHeader("Cross-Origin-Opener-Policy", NotEmbedded)
        .AddCustomHeader("Cross-Origin-Resource-Policy", NotEmbedded)
        .AddCustomHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");

    private static HeaderPolicyCollection Of(string policy, bool isHttps) => InFrames(policy, isHttps).AddFrameOptionsDeny();

    // Without X-Frame-Options: the policy alone decides which pages may frame the answer.
    private static HeaderPolicyCollection InFrames(string policy, bool isHttps)
    {
        var headers = new HeaderPolicyCollection()
            .AddCustomHeader(HeaderNames.ContentSecurityPolicy, policy)
            .AddContentTypeOptionsNoSniff()

            // Not no-referrer, because browsers then send their own form with the origin null.
            .AddReferrerPolicySameOrigin();

        // Added here and not by the library's own header, because the host passes requests on by http.
        return isHttps ? headers.AddCustomHeader(HeaderNames.StrictTransportSecurity, OneYear) : headers;
    }

    // Pages and whatever depends on a key are not kept on shared devices. What may be kept depends on the key that the request has.
    private static Task SetCaching(object state)
    {
        var (request, response) = (((HttpContext)state).Request, ((HttpContext)state).Response);
        if (response.Headers.CacheControl.Count == 0)
        {
            var isKept = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && response.StatusCode is >= 200 and < 400
                && request.Headers.Authorization.Count == 0 && !request.Path.StartsWithSegments(PageRoutes.Root);
            response.Headers.CacheControl = isKept ? Revalidated : NotStored;
        }

        response.Headers.Append(HeaderNames.Vary, $"{HeaderNames.Authorization}, {HeaderNames.Cookie}");
        return Task.CompletedTask;
    }
}

/// <summary>Marks an endpoint of the API that answers a browser with a page.</summary>
internal sealed record AlsoPage;

/// <summary>Marks an endpoint whose pages run a script of our own; they are usable without it.</summary>
internal sealed record RunsScript;

/// <summary>Marks an endpoint whose pictures may be shown in frames of other sites.</summary>
internal sealed record Embeddable;
