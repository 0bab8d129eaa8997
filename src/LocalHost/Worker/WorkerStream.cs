using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;

namespace Ita.LocalHost.Worker;

/// <summary>The two-way gRPC stream of one worker process. A response has the request id of its request.</summary>
internal sealed class WorkerStream(IAsyncStreamReader<StreamingMessage> reader, IServerStreamWriter<StreamingMessage> writer, Action<RpcLog> log)
{
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> waiting = new();
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the worker has closed the stream or has ended.</summary>
    public Task Closed => closed.Task;

    /// <summary>Queues a message; it is dropped when the stream has ended.</summary>
    public void Send(StreamingMessage message) => outgoing.Writer.TryWrite(message);

    /// <exception cref="IOException">The stream ended before the response came.</exception>
    public async Task<StreamingMessage> AskAsync(StreamingMessage request, CancellationToken cancellationToken)
    {
        var answer = waiting[request.RequestId] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            Send(request);
            await Task.WhenAny(answer.Task, Closed).WaitAsync(cancellationToken);
            return answer.Task.IsCompleted ? await answer.Task : throw new IOException("The worker ended before it responded.");
        }
        finally
        {
            waiting.TryRemove(request.RequestId, out _);
        }
    }

    /// <summary>Reads and writes until the stream ends. It does not throw when the worker is killed: <see cref="Closed"/> completes.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(ReadAsync(cancellationToken), WriteAsync(cancellationToken));
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or InvalidOperationException or Grpc.Core.RpcException)
        {
            closed.TrySetResult();
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await reader.MoveNext(cancellationToken))
            {
                Take(reader.Current);
            }
        }
        finally
        {
            outgoing.Writer.TryComplete();
            closed.TrySetResult();
        }
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await foreach (var message in outgoing.Reader.ReadAllAsync(cancellationToken))
        {
            await writer.WriteAsync(message, cancellationToken);
        }
    }

    private void Take(StreamingMessage message)
    {
        if (message.RpcLog is { } line)
        {
            log(line);
        }
        else if (waiting.TryGetValue(message.RequestId, out var answer))
        {
            answer.TrySetResult(message);
        }
    }
}
