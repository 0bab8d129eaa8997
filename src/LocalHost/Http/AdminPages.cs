using System.Net;
using System.Text.Json.Nodes;
using Ita.LocalHost.Worker;

namespace Ita.LocalHost.Http;

/// <summary>The host's own pages under <c>/admin</c>, for callers on this machine.</summary>
/// <param name="call">Runs the named function by hand with the input; null when there is no such function.</param>
internal sealed class AdminPages(Func<string, string, Task?> call, HostLog log, TimeProvider clock)
{
    private readonly long started = clock.GetTimestamp();

    public Task AnswerAsync(HttpContext context) => (context.Request.Method, context.Request.Path.Value!.Trim('/').Split('/')) switch
    {
        _ when context.Connection.RemoteIpAddress is not { } caller || !IPAddress.IsLoopback(caller) => StatusAsync(context, StatusCodes.Status404NotFound),
        ("GET" or "POST", ["admin", "host", "ping"]) => StatusAsync(context, StatusCodes.Status200OK),
        ("GET", ["admin", "host", "status"]) => context.Response.WriteAsJsonAsync(HostStatus(), context.RequestAborted),
        ("POST", ["admin", "functions", var name]) => StartAsync(context, name),
        _ => StatusAsync(context, StatusCodes.Status404NotFound),
    };

    private static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private JsonObject HostStatus() => new()
    {
        ["state"] = "Running",
        ["version"] = RunningWorker.HostVersion,
        ["processUptime"] = (long)clock.GetElapsedTime(started).TotalMilliseconds,
    };

    private async Task StartAsync(HttpContext context, string name)
    {
        if (await InputAsync(context.Request) is not { } input)
        {
            await StatusAsync(context, StatusCodes.Status400BadRequest);
        }
        else if (call(name, input) is { } running)
        {
            _ = running.ContinueWith(
                ended => log.Error($"Function.{name}", $"The start by hand failed: {ended.Exception!.InnerException!.Message}"),
                CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            await StatusAsync(context, StatusCodes.Status202Accepted);
        }
        else
        {
            await StatusAsync(context, StatusCodes.Status404NotFound);
        }
    }

    // Null when the body is not {"input": …}; a timer needs no input, but it needs the object.
    private static async Task<string?> InputAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body) is JsonObject body ? body["input"]?.ToString() ?? "" : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
