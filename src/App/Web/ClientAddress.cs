namespace Ita.App.Web;

/// <summary>The client's address of a request.</summary>
/// <remarks>Clients may send any <c>X-Forwarded-For</c>. The Functions host replaces it by the address of the
/// connection, and the worker uses it as the address of the connection. Behind the front end of Container Apps the
/// host must trust the front end's header, which the image's setting <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c>
/// enables.</remarks>
public static class ClientAddress
{
    public static string Of(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
