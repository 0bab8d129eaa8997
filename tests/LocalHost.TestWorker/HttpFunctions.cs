using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.Functions.Worker;

namespace Ita.LocalHost.TestWorker;

internal sealed class HttpFunctions
{
    [Function("Web")]
    public Task WebAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request, string? path, FunctionContext context) => path switch
        {
            "upload" => UploadAsync(request.HttpContext),
            "stream" => StreamAsync(request.HttpContext),
            "slow" => SlowAsync(request.HttpContext),
            "throw" => throw new InvalidOperationException("The order was to fail."),
            "throw-late" => ThrowLateAsync(request.HttpContext),
            "wait" => WaitAsync(request.HttpContext, context),
            "wait-for-cancel" => Task.Delay(Timeout.Infinite, context.CancellationToken),
            "die" => DieAsync(),
            _ => EchoAsync(request.HttpContext, context, path),
        };

    [Function("Items")]
    public Task ItemsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", "delete", Route = "items/{id}/{kind?}")] HttpRequest request, string id, string? kind) =>
        request.HttpContext.Response.WriteAsync($"{id}:{kind}");

    private static async Task EchoAsync(HttpContext http, FunctionContext context, string? path)
    {
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        await http.Response.WriteAsJsonAsync(new
        {
            method = http.Request.Method,
            address = http.Request.GetEncodedUrl(),
            path,
            body,
            pid = Environment.ProcessId,
            traceParent = context.TraceContext.TraceParent,
            client = http.Connection.RemoteIpAddress?.ToString(),
            headers = http.Request.Headers.ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => pair.Value.ToString()),
            environment = Environment.GetEnvironmentVariables(),
        });
    }

    private static async Task UploadAsync(HttpContext http)
    {
        var buffer = new byte[65536];
        long total = 0;
        for (var read = 1; read > 0; total += read)
        {
            read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted);
            if (total == 0)
            {
                Console.Error.WriteLine("the upload has begun");
            }
        }

        await http.Response.WriteAsync($"{total}");
    }

    private static async Task StreamAsync(HttpContext http)
    {
        await http.Response.WriteAsync("first");
        await http.Response.Body.FlushAsync();
        await Calls.UntilReleasedAsync(http.RequestAborted);
        await http.Response.WriteAsync("second");
    }

    private static async Task SlowAsync(HttpContext http)
    {
        Console.Error.WriteLine("the slow call has begun");
        await Calls.UntilReleasedAsync(http.RequestAborted);
        await http.Response.WriteAsync("slow");
    }

    private static async Task ThrowLateAsync(HttpContext http)
    {
        await http.Response.WriteAsync("begun");
        await http.Response.Body.FlushAsync();
        throw new InvalidOperationException("The order was to fail late.");
    }

    private static async Task WaitAsync(HttpContext http, FunctionContext context)
    {
        Calls.Record(context, "waiting"u8);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, context.CancellationToken);
        var request = new TaskCompletionSource();
        var function = new TaskCompletionSource();
        using var first = http.RequestAborted.Register(request.SetResult);
        using var second = context.CancellationToken.Register(function.SetResult);
        await Task.WhenAll(request.Task, function.Task);
        Calls.Record(context, "both cancelled"u8);
        either.Token.ThrowIfCancellationRequested();
    }

    private static Task DieAsync()
    {
        System.Diagnostics.Process.GetCurrentProcess().Kill();
        return Task.Delay(Timeout.Infinite);
    }
}
