namespace Ita.App.Web;

/// <summary>The address a call came from.</summary>
/// <remarks>
/// Callers may write anything into <c>X-Forwarded-For</c>. The Functions host replaces it by the address it saw, and the worker takes
/// that over as the connection's own. Behind the front end of Container Apps the host itself must believe the front end's entry, which
/// the image's setting <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c> makes it do.
/// </remarks>
public static class ClientAddress
{
    public static string Of(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
