using System.Diagnostics;
using Ita.LocalHost.App;
using Ita.LocalHost.Worker;
using Ita.LocalHost.Worker.Rpc;
using Microsoft.AspNetCore.Routing;
using Yarp.ReverseProxy.Forwarder;

namespace Ita.LocalHost.Http;

/// <summary>
/// Runs HTTP functions: the request is forwarded to the worker's own server while the invocation, joined by the header
/// <c>x-ms-invocation-id</c>, goes over the stream. The caller is answered when both are done.
/// </summary>
internal sealed class HttpFunctions(IHttpForwarder forwarder, WorkerKeeper keeper, Invoker invoker, HostLog log, TimeProvider clock, Func<Guid> newId) : IDisposable
{
    private static readonly ForwarderRequestConfig Limits = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly HttpMessageInvoker sender = new(new ConnectingAgain(
        new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null }, clock));

    public async Task RunAsync(HttpContext context, Function function, RouteValueDictionary route)
    {
        if (await WorkerAsync(context) is not { Http: { } http } worker)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var began = clock.GetTimestamp();
        var id = newId().ToString();
        context.Request.Headers["x-ms-invocation-id"] = id;
        // Without a transformer of our own: the usual one replaces the X-Forwarded headers that a client sent.
        var forwarding = forwarder.SendAsync(context, http.ToString(), sender, Limits).AsTask();
        var failure = await FailureAsync(worker, function, Request(context, function, route, id));
        var error = await forwarding;
        Answer(context, failure, error);
        Report(context, function, id, failure, error, clock.GetElapsedTime(began));

        async Task<Exception?> FailureAsync(RunningWorker running, Function called, InvocationRequest request)
        {
            try
            {
                await invoker.InvokeAsync(running, called, request, context.RequestAborted);
                return null;
            }
            catch (Exception failed) when (failed is FunctionFailedException or IOException or TimeoutException)
            {
                return failed;
            }
        }
    }

    public void Dispose() => sender.Dispose();

    private static InvocationRequest Request(HttpContext context, Function function, RouteValueDictionary route, string id)
    {
        var headers = context.Request.Headers;
        var request = new InvocationRequest
        {
            InvocationId = id,
            TraceContext = new()
            {
                TraceParent = Activity.Current?.Id ?? headers.TraceParent.ToString(),
                TraceState = Activity.Current?.TraceStateString ?? headers.TraceState.ToString(),
            },
        };
        request.InputData.Add(new ParameterBinding { Name = function.Trigger.Name, Data = new() { Http = new() } });
        foreach (var (name, value) in route.Where(pair => pair.Value is not null))
        {
            request.TriggerMetadata[name] = new() { String = value!.ToString() };
        }

        return request;
    }

    // The worker's server answers 200 with no body when a function throws; only the invocation reports it.
    private static void Answer(HttpContext context, Exception? failure, ForwarderError error)
    {
        if (context.Response.HasStarted || (failure is null && error == ForwarderError.None))
        {
            return;
        }

        var refused = Innermost(context.Features.Get<IForwarderErrorFeature>()?.Exception) as BadHttpRequestException;
        context.Response.Clear();
        context.Response.StatusCode = refused?.StatusCode ?? StatusCodes.Status500InternalServerError;
    }

    private static Exception? Innermost(Exception? failure) => failure switch
    {
        AggregateException several => several.InnerExceptions.Select(Innermost).FirstOrDefault(one => one is BadHttpRequestException) ?? failure,
        { InnerException: { } inner } and not BadHttpRequestException => Innermost(inner),
        _ => failure,
    };

    private async Task<RunningWorker?> WorkerAsync(HttpContext context)
    {
        try
        {
            return await keeper.ReadyAsync(context.RequestAborted);
        }
        catch (Exception failure) when (failure is TimeoutException or WorkerFailedException or OperationCanceledException)
        {
            log.Warning("Host", $"No worker for {context.Request.Method} {context.Request.Path}: {failure.Message}");
            return null;
        }
    }

    private void Report(HttpContext context, Function function, string id, Exception? failure, ForwarderError error, TimeSpan duration)
    {
        var how = $"Id={id}, {context.Response.StatusCode}, Duration={duration.TotalMilliseconds:F0}ms";
        if (context.RequestAborted.IsCancellationRequested)
        {
            log.Information($"Function.{function.Name}", $"Executed '{function.Name}' (Cancelled, the client has gone, {how})");
        }
        else if (failure is not null || error != ForwarderError.None)
        {
            var cause = failure?.Message ?? $"{error}: {context.Features.Get<IForwarderErrorFeature>()?.Exception?.Message}";
            log.Error($"Function.{function.Name}", $"Executed '{function.Name}' (Failed, {how})\n{cause}");
        }
    }
}
