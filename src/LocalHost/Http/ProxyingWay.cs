using Ita.LocalHost.Invocations;
using Yarp.ReverseProxy.Forwarder;

namespace Ita.LocalHost.Http;

/// <summary><c>enableProxyingHttpRequest</c>: streamed both ways, unchanged but for the host's headers.</summary>
internal sealed class ProxyingWay(IHttpForwarder forwarder) : IHttpWay
{
    // The host gives up on a connection over which nothing moves (contract.md, section 4).
    private static readonly ForwarderRequestConfig Limits = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    public async Task<Outcome> SendAsync(HttpContext context, Call call)
    {
        using var sender = new HttpMessageInvoker(call.Line.Sender, disposeHandler: false);
        var error = await forwarder.SendAsync(context, call.Line.Address.ToString(), sender, Limits, new Headers(call), call.Stop);
        if (error == ForwarderError.None)
        {
            return Outcome.Success;
        }

        var failure = context.Features.Get<IForwarderErrorFeature>()?.Exception;
        if (failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError })
        {
            // Nothing was sent; the caller may know a handler that lives.
            context.Response.StatusCode = StatusCodes.Status200OK;
            throw failure;
        }

        Answer(context, failure);
        if (context.RequestAborted.IsCancellationRequested)
        {
            // A caller who has gone is no failure of the function.
            return Outcome.Success;
        }

        call.Stop.ThrowIfCancellationRequested();
        return Outcome.Fail($"forwarding failed, {error}: {failure?.Message}");
    }

    private static void Answer(HttpContext context, Exception? failure)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.StatusCode = Innermost(failure) is BadHttpRequestException refused ? refused.StatusCode : StatusCodes.Status500InternalServerError;
        }
    }

    private static Exception? Innermost(Exception? failure) => failure switch
    {
        AggregateException several => several.InnerExceptions.Select(Innermost).FirstOrDefault(one => one is BadHttpRequestException) ?? failure,
        { InnerException: { } inner } and not BadHttpRequestException => Innermost(inner),
        _ => failure,
    };

    private sealed class Headers(Call call) : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.RequestUri = HandlerUri.Proxied(call.Line.Address, httpContext.Request);
            HostHeaders.Set(proxyRequest.Headers, call.Id, isProxied: true);
        }
    }
}
