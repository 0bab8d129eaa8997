using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ita.LocalHost.Worker;

/// <summary>The gRPC server that workers connect to: HTTP/2 without TLS on a free loopback port.</summary>
internal sealed class WorkerServer : FunctionRpc.FunctionRpcBase, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<WorkerStream>> awaited = new();
    private readonly Action<RpcLog> log;
    private readonly WebApplication web;

    public WorkerServer(Action<RpcLog> log)
    {
        this.log = log;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, port => port.Protocols = HttpProtocols.Http2));
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (null, null));
        builder.Services.AddSingleton(this);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        web = builder.Build();
        web.MapGrpcService<WorkerServer>();
    }

    public int Port => new Uri(web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    public Task StartAsync(CancellationToken cancellationToken) => web.StartAsync(cancellationToken);

    /// <summary>The stream of the worker with this id, once it has connected.</summary>
    public Task<WorkerStream> ConnectedAsync(string workerId) =>
        awaited.GetOrAdd(workerId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken)
            || !awaited.TryRemove(requestStream.Current.StartStream?.WorkerId ?? "", out var expected))
        {
            throw new Grpc.Core.RpcException(new Status(StatusCode.PermissionDenied, "The worker is not expected."));
        }

        var stream = new WorkerStream(requestStream, responseStream, log);
        expected.TrySetResult(stream);
        await stream.RunAsync(context.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await web.StopAsync(atOnce.Token);
        await web.DisposeAsync();
    }
}
