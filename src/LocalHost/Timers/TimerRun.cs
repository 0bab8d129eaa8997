using Ita.LocalHost.App;
using Ita.LocalHost.Worker;
using Ita.LocalHost.Worker.Rpc;

namespace Ita.LocalHost.Timers;

/// <summary>Runs a timer function, and again by its retry policy when it fails.</summary>
internal sealed class TimerRun(Function function, WorkerKeeper keeper, Invoker invoker, HostLog log, FunctionsHostOptions options)
{
    private RpcRetryOptions? Policy => function.Metadata.RetryOptions;

    /// <summary>Failures are logged, not thrown: the timer goes on with its next occurrence.</summary>
    public async Task RunAsync(string timerInfo, CancellationToken stop)
    {
        RpcException? cause = null;
        for (var retry = 0; await FailedAsync(timerInfo, retry, cause) is { } failure; retry++)
        {
            if (Policy is null || (Policy.MaxRetryCount >= 0 && retry >= Policy.MaxRetryCount) || stop.IsCancellationRequested)
            {
                return;
            }

            cause = (failure as FunctionFailedException)?.Cause;
            await Task.Delay(Pause(retry), options.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Doubled each time from the shortest to the longest pause; the genuine host adds chance to it.
    private TimeSpan Pause(int retry)
    {
        if (Policy!.RetryStrategy == RpcRetryOptions.Types.RetryStrategy.FixedDelay)
        {
            return Policy.DelayInterval.ToTimeSpan();
        }

        var (shortest, longest) = (Policy.MinimumInterval.ToTimeSpan(), Policy.MaximumInterval.ToTimeSpan());
        var doubled = shortest * Math.Pow(2, Math.Min(retry, 30));
        return doubled < longest ? doubled : longest;
    }

    // Null when it succeeded.
    private async Task<Exception?> FailedAsync(string timerInfo, int retry, RpcException? cause)
    {
        var id = options.NewId().ToString();
        var request = new InvocationRequest { InvocationId = id };
        request.InputData.Add(new ParameterBinding { Name = function.Trigger.Name, Data = new() { Json = timerInfo } });
        if (Policy is not null)
        {
            request.RetryContext = new() { RetryCount = retry, MaxRetryCount = Policy.MaxRetryCount, Exception = cause };
        }

        log.Information($"Function.{function.Name}", $"Executing '{function.Name}' (Reason='Timer fired', Id={id})");
        try
        {
            await invoker.InvokeAsync(await keeper.ReadyAsync(CancellationToken.None), function, request, CancellationToken.None);
            log.Information($"Function.{function.Name}", $"Executed '{function.Name}' (Succeeded, Id={id})");
            return null;
        }
        catch (Exception failure) when (failure is FunctionFailedException or IOException or TimeoutException or WorkerFailedException)
        {
            log.Error($"Function.{function.Name}", $"Executed '{function.Name}' (Failed, Id={id})\n{failure.Message}");
            return failure;
        }
    }
}
