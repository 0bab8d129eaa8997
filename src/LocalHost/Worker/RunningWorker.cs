using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;

namespace Ita.LocalHost.Worker;

/// <summary>A worker that has described and loaded its functions.</summary>
internal sealed class RunningWorker(WorkerProcess process, WorkerStream stream, Uri? http, IReadOnlyList<Function> functions)
{
    /// <summary>The version of the Azure Functions host whose behaviour LocalHost follows.</summary>
    public const string HostVersion = "4.1037.0.0";

    public WorkerProcess Process => process;

    public WorkerStream Stream => stream;

    /// <summary>The address of the worker's HTTP server; null when the app has no ASP.NET Core integration.</summary>
    public Uri? Http => http;

    public IReadOnlyList<Function> Functions => functions;

    /// <exception cref="HostingException">The worker reported a failure.</exception>
    /// <exception cref="IOException">The worker ended.</exception>
    public static async Task<RunningWorker> StartAsync(
        WorkerProcess process, WorkerStream stream, AppFolder app, Func<Guid> newId, CancellationToken cancellationToken)
    {
        Task<StreamingMessage> AskAsync(StreamingMessage message)
        {
            message.RequestId = newId().ToString();
            return stream.AskAsync(message, cancellationToken);
        }

        var init = new WorkerInitRequest { HostVersion = HostVersion, WorkerDirectory = app.Root, FunctionAppDirectory = app.Root };
        var started = (await AskAsync(new() { WorkerInitRequest = init })).WorkerInitResponse;
        Check(started.Result, "to start");
        var described = (await AskAsync(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = app.Root } })).FunctionMetadataResponse;
        Check(described.Result, "to describe its functions");
        var enabled = described.FunctionMetadataResults.Where(metadata => !app.Settings.IsTrue($"AzureWebJobs.{metadata.Name}.Disabled"));
        var functions = enabled.Select(metadata => new Function(metadata)).ToList();
        foreach (var function in functions)
        {
            var load = new FunctionLoadRequest { FunctionId = function.Metadata.FunctionId, Metadata = function.Metadata };
            Check((await AskAsync(new() { FunctionLoadRequest = load })).FunctionLoadResponse.Result, $"to load {function.Name}");
        }

        var http = started.Capabilities.TryGetValue("HttpUri", out var address) ? new Uri(address) : null;
        await (http is null ? Task.CompletedTask : WaitUntilListeningAsync(http, cancellationToken));
        return new(process, stream, http, functions);
    }

    /// <summary>Asks the worker to end by itself.</summary>
    public void Terminate(TimeSpan grace) => stream.Send(new() { WorkerTerminate = new() { GracePeriod = Duration.FromTimeSpan(grace) } });

    // The worker may describe its functions before its HTTP server listens.
    private static async Task WaitUntilListeningAsync(Uri http, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(http.Host, http.Port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(20, cancellationToken);
            }
        }
    }

    private static void Check(StatusResult? result, string what)
    {
        if (result is { Status: not StatusResult.Types.Status.Success })
        {
            throw new HostingException($"The worker failed {what}: {result.Exception?.Message}");
        }
    }
}
