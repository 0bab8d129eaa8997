using System.Net.Sockets;
using Azure;
using Ita.LocalHost.App;
using Ita.LocalHost.Handling;

namespace Ita.LocalHost.Invocations;

/// <summary>
/// Runs invocations against the handler, each within functionTimeout. The timeout of any one kills the handler and so
/// fails all others in flight (contract.md, section 1).
/// </summary>
internal sealed class Calls(Handler handler, TimeSpan? functionTimeout, HostLog log, TimeProvider clock, Func<Guid> newId)
{
    /// <param name="function">The function called.</param>
    /// <param name="work">Speaks with the handler.</param>
    /// <param name="stop">The host is stopping, or the caller has gone.</param>
    public async Task<Outcome> RunAsync(FunctionDefinition function, Func<Call, Task<Outcome>> work, CancellationToken stop)
    {
        var id = newId();
        var began = clock.GetTimestamp();
        log.Information($"Function.{function.Name}", $"Executing (Id={id})");
        var outcome = await RunAsync(id, work, stop);
        var took = $"Id={id}, Duration={clock.GetElapsedTime(began).TotalMilliseconds:F0}ms";
        if (outcome.Succeeded)
        {
            log.Information($"Function.{function.Name}", $"Executed (Succeeded, {took})");
        }
        else
        {
            log.Error($"Function.{function.Name}", $"Executed (Failed, {took}): {outcome.Failure}");
        }

        return outcome;
    }

    private async Task<Outcome> RunAsync(Guid id, Func<Call, Task<Outcome>> work, CancellationToken stop)
    {
        try
        {
            return await DeliverAsync(await handler.ReadyAsync(stop), id, work, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Outcome.Fail("the host is stopping, or the caller has gone");
        }
        catch (HandlerFailedException failure)
        {
            return Outcome.Fail(failure.Message);
        }
    }

    // Between the end of a process and the host's notice of it, nobody listens; what was never sent goes to the next life.
    private async Task<Outcome> DeliverAsync(HandlerProcess process, Guid id, Func<Call, Task<Outcome>> work, CancellationToken stop)
    {
        try
        {
            return await WithinTimeoutAsync(process, id, work, stop);
        }
        catch (HttpRequestException failure) when (WasNeverSent(failure, process))
        {
            await process.Settled.WaitAsync(stop);
            var next = await handler.ReadyAsync(stop);
            return next == process ? Outcome.Fail("the handler is dead") : await DeliverAsync(next, id, work, stop);
        }
    }

    private static bool WasNeverSent(Exception failure, HandlerProcess process) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } && process.Gone.IsCancellationRequested;

    private async Task<Outcome> WithinTimeoutAsync(HandlerProcess process, Guid id, Func<Call, Task<Outcome>> work, CancellationToken stop)
    {
        if (process.Gone.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "the handler's process is gone");
        }

        using var overdue = new CancellationTokenSource(functionTimeout ?? Timeout.InfiniteTimeSpan, clock);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(overdue.Token, stop);
        try
        {
            return await work(new Call(handler.Line, id, process.Gone, any.Token));
        }
        catch (OperationCanceledException) when (overdue.IsCancellationRequested)
        {
            handler.Restart(process);
            return Outcome.Fail($"FunctionTimeoutException: longer than {functionTimeout}; the handler is killed and started again");
        }
        catch (OperationCanceledException) when (process.Gone.IsCancellationRequested)
        {
            return Outcome.Fail("the handler's process is gone");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException
            && !WasNeverSent(failure, process))
        {
            return Outcome.Fail($"no answer from the handler: {failure.Message}");
        }
        catch (RequestFailedException failure)
        {
            return Outcome.Fail($"an output could not be written: {failure.Message}");
        }
    }
}
