using System.Diagnostics;
using Ita.LocalHost.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace Ita.LocalHost.Http;

/// <summary>
/// Runs HTTP functions: the request is forwarded to the worker's own server while the invocation is sent over the gRPC stream. The
/// header <c>x-ms-invocation-id</c> joins the two. The response ends when both have ended.
/// </summary>
internal sealed class HttpFunctions(
    IHttpForwarder forwarder, WorkerSupervisor supervisor, Invoker invoker, HostLog log, FunctionsHostOptions options) : IDisposable
{
    private static readonly ForwarderRequestConfig Limits = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly HttpMessageInvoker sender = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        RequestHeaderEncodingSelector = (_, _) => HeaderText.Encoding,
        ResponseHeaderEncodingSelector = (_, _) => HeaderText.Encoding,
    });

    public async Task RunAsync(HttpContext context, Function function)
    {
        if (await FindWorkerAsync(context) is not { Http: { } http } worker)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var request = CreateRequest(context, function, options.NewId().ToString());
        context.Request.Headers["x-ms-invocation-id"] = request.InvocationId;
        // No transformer is passed, because the default one would replace the X-Forwarded headers of the client.
        var forwarding = forwarder.SendAsync(context, http.ToString(), sender, Limits).AsTask();
        var failure = await InvokeAsync(worker, function, request, context.RequestAborted);
        var error = await forwarding;
        if (context.RequestAborted.IsCancellationRequested)
        {
            log.Information($"Function.{function.Name}", $"Executed '{function.Name}' (Cancelled, the client has gone, Id={request.InvocationId})");
        }
        else if (failure is not null || error != ForwarderError.None)
        {
            var cause = failure ?? context.Features.Get<IForwarderErrorFeature>()?.Exception;
            log.Error($"Function.{function.Name}", $"Executed '{function.Name}' (Failed, Id={request.InvocationId})\n{cause?.Message}");
            RespondWithFailure(context);
        }
    }

    public void Dispose() => sender.Dispose();

    private static InvocationRequest CreateRequest(HttpContext context, Function function, string id)
    {
        var headers = context.Request.Headers;
        var request = new InvocationRequest
        {
            InvocationId = id,
            TraceContext = new() { TraceParent = Activity.Current?.Id ?? headers.TraceParent.ToString(), TraceState = headers.TraceState.ToString() },
        };
        request.InputData.Add(new ParameterBinding { Name = function.Parameter, Data = new() { Http = new() } });
        foreach (var (name, value) in context.Request.RouteValues.Where(pair => pair.Value is not null))
        {
            request.TriggerMetadata[name] = new() { String = value!.ToString() };
        }

        return request;
    }

    // When a function throws, the worker's server responds with 200 and no body; only the invocation has the error.
    private static void RespondWithFailure(HttpContext context)
    {
        if (!context.Response.HasStarted)
        {
            var isTooLarge = context.Response.StatusCode == StatusCodes.Status413PayloadTooLarge;
            context.Response.Clear();
            context.Response.StatusCode = isTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status500InternalServerError;
        }
    }

    private async Task<Exception?> InvokeAsync(
        RunningWorker worker, Function function, InvocationRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await invoker.InvokeAsync(worker, function, request, cancellationToken);
            return null;
        }
        catch (Exception failure) when (failure is IOException or TimeoutException)
        {
            return failure;
        }
    }

    private async Task<RunningWorker?> FindWorkerAsync(HttpContext context)
    {
        try
        {
            return await supervisor.ReadyAsync(context.RequestAborted);
        }
        catch (Exception failure) when (failure is TimeoutException or IOException or OperationCanceledException)
        {
            log.Warning("Host", $"No worker for {context.Request.Method} {context.Request.Path}: {failure.Message}");
            return null;
        }
    }
}
