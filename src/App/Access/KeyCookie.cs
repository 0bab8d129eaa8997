using Ita.App.Web;

namespace Ita.App.Access;

/// <summary>
/// Lets a browser carry a key for the time it is open: from here on the call is as if the key stood in its header. The pages take it for
/// all they do, behind <see cref="SameOrigin"/>; the API takes it for reading alone, so that a page can link to a report.
/// </summary>
internal sealed class KeyCookie(PublicAddress address) : IEndpointFilter
{
    public const string Name = "ita-key";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.Cookies[Name] is { Length: > 0 } key && Callers.Sent(request) is null && IsTaken(request))
        {
            Use(request, key);
        }

        return next(context);
    }

    public static void Use(HttpRequest request, string key) => request.Headers.Authorization = $"Bearer {key}";

    public void Keep(HttpResponse response, string key) => response.Cookies.Append(Name, key, Options());

    public void Forget(HttpResponse response) => response.Cookies.Delete(Name, Options());

    private static bool IsTaken(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Path.StartsWithSegments(PageRoutes.Root);

    private CookieOptions Options() => new()
    {
        HttpOnly = true,
        // The app itself always speaks plain HTTP, behind the host.
        Secure = address.Url.Scheme == Uri.UriSchemeHttps,
        SameSite = SameSiteMode.Strict,
        Path = "/api",
    };
}
