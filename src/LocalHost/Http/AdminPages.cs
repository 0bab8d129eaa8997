using System.Net;
using System.Text.Json.Nodes;
using Ita.LocalHost.Invocations;

namespace Ita.LocalHost.Http;

/// <summary>The host's own pages under <c>/admin</c>, for callers on this machine (contract.md, section 5, manual start).</summary>
internal sealed class AdminPages(IReadOnlyList<ITrigger> triggers, HostLog log, TimeProvider clock, Guid hostId, CancellationToken stop)
{
    private readonly long started = clock.GetTimestamp();

    public Task AnswerAsync(HttpContext context) => (context.Request.Method, Segments(context)) switch
    {
        _ when !IsLocal(context.Connection.RemoteIpAddress) => StatusAsync(context, StatusCodes.Status404NotFound),
        ("GET" or "POST", ["admin", "host", "ping"]) => StatusAsync(context, StatusCodes.Status200OK),
        ("GET", ["admin", "host", "status"]) => context.Response.WriteAsJsonAsync(HostStatus(), stop),
        ("POST", ["admin", "functions", var name]) => StartAsync(context, name),
        _ => StatusAsync(context, StatusCodes.Status404NotFound),
    };

    private static string[] Segments(HttpContext context) => context.Request.Path.Value!.Trim('/').Split('/');

    private static bool IsLocal(IPAddress? caller) => caller is not null && IPAddress.IsLoopback(caller);

    private static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private JsonObject HostStatus() => new()
    {
        ["id"] = hostId.ToString(),
        ["state"] = "Running",
        ["version"] = HostHeaders.Version,
        ["processUptime"] = (long)clock.GetElapsedTime(started).TotalMilliseconds,
    };

    private async Task StartAsync(HttpContext context, string name)
    {
        var trigger = triggers.FirstOrDefault(candidate => candidate.Function.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (trigger is null)
        {
            await StatusAsync(context, StatusCodes.Status404NotFound);
        }
        else if (await InputAsync(context.Request) is { } input)
        {
            _ = InvokeAsync(trigger, input);
            await StatusAsync(context, StatusCodes.Status202Accepted);
        }
        else
        {
            await StatusAsync(context, StatusCodes.Status400BadRequest);
        }
    }

    // Null when the body is not {"input": …}; a timer needs no input, but it does need the object.
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

    // Nobody waits for it: the caller has its 202, so what goes wrong is only to be seen in the log.
    private async Task InvokeAsync(ITrigger trigger, string input)
    {
        try
        {
            await trigger.InvokeByHandAsync(input, stop);
        }
        catch (Exception failure) when (failure is FormatException or Azure.RequestFailedException or OperationCanceledException)
        {
            log.Error($"Function.{trigger.Function.Name}", $"The start by hand failed: {failure.Message}");
        }
    }
}
