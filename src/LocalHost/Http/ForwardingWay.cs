using Ita.LocalHost.Invocations;

namespace Ita.LocalHost.Http;

/// <summary><c>enableForwardingHttpRequest</c>: buffered, and with its losses (contract.md, section 4).</summary>
internal sealed class ForwardingWay : IHttpWay
{
    // Of one connection, or of the way a body is framed; they do not travel.
    private static readonly HashSet<string> HopByHop = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    public async Task<Outcome> SendAsync(HttpContext context, Call call)
    {
        using var request = await RequestAsync(context, call);
        using var response = await call.Line.Client.SendAsync(request, call.Stop);
        await AnswerAsync(context.Response, response, call.Stop);
        return Outcome.Success;
    }

    private static async Task<HttpRequestMessage> RequestAsync(HttpContext context, Call call)
    {
        var uri = HandlerUri.Forwarded(call.Line.Address, context.Request);
        var request = new HttpRequestMessage(HttpMethod.Parse(context.Request.Method), uri) { Content = await BodyAsync(context.Request, call.Stop) };
        foreach (var (name, values) in context.Request.Headers.Where(header => !HopByHop.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        HostHeaders.Set(request.Headers, call.Id, isProxied: false);
        request.Headers.TryAddWithoutValidation("User-Agent", HostHeaders.UserAgent);
        return request;
    }

    // A chunked body has no Content-Length and is lost.
    private static async Task<HttpContent?> BodyAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength is not > 0)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, stop);
        return new ByteArrayContent(buffer.ToArray());
    }

    private static async Task AnswerAsync(HttpResponse target, HttpResponseMessage source, CancellationToken stop)
    {
        target.StatusCode = (int)source.StatusCode;
        foreach (var (name, values) in source.Headers.Concat(source.Content.Headers).Where(header => !HopByHop.Contains(header.Key)))
        {
            target.Headers[name] = values.ToArray();
        }

        await source.Content.CopyToAsync(target.Body, stop);
    }
}
