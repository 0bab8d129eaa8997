using System.Text.Json;
using System.Text.Json.Nodes;
using Ita.LocalHost.App;
using Ita.LocalHost.Worker;
using Ita.LocalHost.Worker.Rpc;

namespace Ita.LocalHost.Timers;

/// <summary>When a timer ran and when it runs next, as its status blob has it.</summary>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated);

/// <summary>Runs a timer function, and again by its retry policy when it fails.</summary>
internal sealed class TimerRun(Function function, WorkerKeeper keeper, Invoker invoker, HostLog log, FunctionsHostOptions options)
{
    private readonly RpcRetryOptions policy = function.Metadata.RetryOptions ?? new();

    /// <summary>Failures are logged, not thrown: the timer goes on with its next occurrence.</summary>
    public async Task RunAsync(TimerStatus? status, bool isPastDue, CancellationToken stop)
    {
        var info = new JsonObject
        {
            ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
            ["ScheduleStatus"] = JsonSerializer.SerializeToNode(status),
            ["IsPastDue"] = isPastDue,
        };
        for (var retry = 0; !await SucceedsAsync(info.ToJsonString(), retry); retry++)
        {
            if ((policy.MaxRetryCount >= 0 && retry >= policy.MaxRetryCount) || stop.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Pause(retry), options.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Doubled each time from the shortest to the longest pause; the genuine host adds chance to it.
    private TimeSpan Pause(int retry) => policy.RetryStrategy == RpcRetryOptions.Types.RetryStrategy.FixedDelay
        ? policy.DelayInterval.ToTimeSpan()
        : TimeSpan.FromTicks(Math.Min(
            (policy.MinimumInterval.ToTimeSpan() * Math.Pow(2, Math.Min(retry, 30))).Ticks, policy.MaximumInterval.ToTimeSpan().Ticks));

    private async Task<bool> SucceedsAsync(string timerInfo, int retry)
    {
        var request = new InvocationRequest { InvocationId = options.NewId().ToString() };
        request.InputData.Add(new ParameterBinding { Name = function.Parameter, Data = new() { Json = timerInfo } });
        if (function.Metadata.RetryOptions is not null)
        {
            request.RetryContext = new() { RetryCount = retry, MaxRetryCount = policy.MaxRetryCount };
        }

        var source = $"Function.{function.Name}";
        log.Information(source, $"Executing '{function.Name}' (Reason='Timer fired', Id={request.InvocationId})");
        try
        {
            await invoker.InvokeAsync(await keeper.ReadyAsync(CancellationToken.None), function, request, CancellationToken.None);
            log.Information(source, $"Executed '{function.Name}' (Succeeded, Id={request.InvocationId})");
            return true;
        }
        catch (Exception failure) when (failure is IOException or TimeoutException)
        {
            log.Error(source, $"Executed '{function.Name}' (Failed, Id={request.InvocationId})\n{failure.Message}");
            return false;
        }
    }
}
