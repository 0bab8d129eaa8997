using Google.Protobuf.WellKnownTypes;
using Ita.LocalHost.App;
using Ita.LocalHost.Worker.Rpc;

namespace Ita.LocalHost.Worker;

/// <summary>A worker that has described and loaded its functions.</summary>
internal sealed class RunningWorker(WorkerProcess process, WorkerStream stream, Uri? http, IReadOnlyList<Function> functions)
{
    /// <summary>The version of the genuine host whose behaviour is followed.</summary>
    public const string HostVersion = "4.1037.0.0";

    public WorkerProcess Process => process;

    public WorkerStream Stream => stream;

    /// <summary>Where the worker takes HTTP requests; null when the app has no ASP.NET Core integration.</summary>
    public Uri? Http => http;

    public IReadOnlyList<Function> Functions => functions;

    public static async Task<RunningWorker> StartAsync(WorkerProcess process, WorkerStream stream, AppFolder app, Func<Guid> newId, CancellationToken cancellationToken)
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
        var functions = described.FunctionMetadataResults.Where(metadata => !app.Settings.IsTrue($"AzureWebJobs.{metadata.Name}.Disabled")).Select(metadata => new Function(metadata)).ToList();
        foreach (var function in functions)
        {
            var load = new FunctionLoadRequest { FunctionId = function.Metadata.FunctionId, Metadata = function.Metadata };
            Check((await AskAsync(new() { FunctionLoadRequest = load })).FunctionLoadResponse.Result, $"to load {function.Name}");
        }

        return new(process, stream, started.Capabilities.TryGetValue("HttpUri", out var http) ? new Uri(http) : null, functions);
    }

    /// <summary>Asks the worker to end by itself.</summary>
    public void Terminate(TimeSpan grace) => stream.Send(new() { WorkerTerminate = new() { GracePeriod = Duration.FromTimeSpan(grace) } });

    private static void Check(StatusResult? result, string what)
    {
        if (result is { Status: not StatusResult.Types.Status.Success })
        {
            throw new HostingException($"The worker failed {what}: {result.Exception?.Message}");
        }
    }
}
