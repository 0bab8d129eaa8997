using Ita.LocalHost.Invocations;

namespace Ita.LocalHost.Http;

/// <summary>A way for a raw HTTP request to reach the handler, and for the response to come back.</summary>
internal interface IHttpWay
{
    Task<Outcome> SendAsync(HttpContext context, Call call);
}
