namespace Ita.App.Access;

/// <summary>Keeps a key in the browser until it is closed; a request with the cookie is treated as if it had the key
/// in its header. The pages accept the cookie for every method, behind <see cref="SameOrigin"/>; the API accepts it
/// for reading only, so that a page can link to a report.</summary>
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
        // The app itself receives plain HTTP from the host, so the public address decides.
        Secure = address.Url.Scheme == Uri.UriSchemeHttps,
        SameSite = SameSiteMode.Strict,
        Path = "/api",
    };
}
