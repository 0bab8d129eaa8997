using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Ita.LocalHost.Worker.Rpc;

namespace Ita.LocalHost.Worker;

/// <summary>The two-way stream of one worker process. An answer has the request id of its request.</summary>
internal sealed class WorkerStream(IAsyncStreamReader<StreamingMessage> reader, IServerStreamWriter<StreamingMessage> writer, Action<RpcLog> log)
{
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> waiting = new();
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the worker has closed the stream or is gone.</summary>
    public Task Closed => closed.Task;

    /// <summary>Queues a message; it is dropped when the stream has ended.</summary>
    public void Send(StreamingMessage message) => outgoing.Writer.TryWrite(message);

    /// <exception cref="IOException">The stream ended before the answer came.</exception>
    public async Task<StreamingMessage> AskAsync(StreamingMessage request, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[request.RequestId] = answer;
        try
        {
            Send(request);
            await Task.WhenAny(answer.Task, Closed).WaitAsync(cancellationToken);
            return answer.Task.IsCompleted ? await answer.Task : throw new IOException("The worker ended before it answered.");
        }
        finally
        {
            waiting.TryRemove(request.RequestId, out _);
        }
    }

    /// <summary>Reads and writes until the stream ends.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var writing = WriteAsync(cancellationToken);
        try
        {
            while (await reader.MoveNext(cancellationToken))
            {
                Take(reader.Current);
            }
        }
        catch (Exception ended) when (IsEnd(ended))
        {
            // A worker that is killed leaves a broken stream; Closed reports it.
        }
        finally
        {
            outgoing.Writer.TryComplete();
            closed.TrySetResult();
        }

        await writing;
    }

    private static bool IsEnd(Exception ended) => ended is IOException or OperationCanceledException or InvalidOperationException or Grpc.Core.RpcException;

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(cancellationToken))
            {
                await writer.WriteAsync(message, cancellationToken);
            }
        }
        catch (Exception ended) when (IsEnd(ended))
        {
            // The reading side ends too and reports it.
        }
    }

    private void Take(StreamingMessage message)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
        {
            log(message.RpcLog);
        }
        else if (waiting.TryGetValue(message.RequestId, out var answer))
        {
            answer.TrySetResult(message);
        }
    }
}
