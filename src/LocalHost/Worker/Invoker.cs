using System.Diagnostics;

namespace Ita.LocalHost.Worker;

/// <summary>Runs a function in the worker, for at most <c>functionTimeout</c> of host.json.</summary>
internal sealed class Invoker(TimeSpan? limit, HostLog log, FunctionsHostOptions options)
{
    /// <summary>The time a cancelled function has to end before its worker is killed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <exception cref="HostingException">The function threw or was cancelled.</exception>
    /// <exception cref="IOException">The worker ended first.</exception>
    /// <exception cref="TimeoutException">The function ran longer than functionTimeout.</exception>
    public async Task InvokeAsync(RunningWorker worker, Function function, InvocationRequest request, CancellationToken cancellationToken)
    {
        request.FunctionId = function.Metadata.FunctionId;
        request.TraceContext ??= new() { TraceParent = Activity.Current?.Id ?? "", TraceState = Activity.Current?.TraceStateString ?? "" };
        using var overdue = new CancellationTokenSource(limit ?? Timeout.InfiniteTimeSpan, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(overdue.Token, cancellationToken);
        var answering = worker.Stream.AskAsync(new() { RequestId = options.NewId().ToString(), InvocationRequest = request }, CancellationToken.None);
        var cancel = new StreamingMessage { InvocationCancel = new() { InvocationId = request.InvocationId } };
        using var cancelling = either.Token.Register(() => worker.Stream.Send(cancel));
        await Task.WhenAny(answering, Task.Delay(Timeout.Infinite, overdue.Token));
        if (!answering.IsCompleted)
        {
            await TimeOutAsync(worker, function, answering);
        }

        var result = (await answering).InvocationResponse.Result;
        if (result.Status != StatusResult.Types.Status.Success)
        {
            var thrown = result.Exception;
            throw new HostingException($"{function.Name}: {result.Status}: {thrown?.Type} {thrown?.Message}\n{thrown?.StackTrace}".TrimEnd());
        }
    }

    // A function that ignores its cancellation would still process a message that is delivered again, so its worker is killed.
    private async Task TimeOutAsync(RunningWorker worker, Function function, Task answering)
    {
        var message = $"Timeout value of {limit} exceeded by function: {function.Name}";
        log.Error("Host", message);
        if (await Task.WhenAny(answering, Task.Delay(Grace, options.Clock)) != answering)
        {
            worker.Process.Kill();
        }

        await answering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        throw new TimeoutException(message);
    }
}
