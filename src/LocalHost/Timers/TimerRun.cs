using System.Text.Json;
using System.Text.Json.Nodes;
using Ita.LocalHost.Worker;

namespace Ita.LocalHost.Timers;

/// <summary>The content of a timer's status blob: when it ran and when it runs next.</summary>
internal sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated);

/// <summary>Runs a timer function, and repeats it by its retry policy when it fails.</summary>
internal sealed class TimerRun(Function function, WorkerSupervisor supervisor, Invoker invoker, HostLog log, FunctionsHostOptions options)
{
    private readonly RpcRetryOptions policy = function.Metadata.RetryOptions ?? new();

    /// <summary>Failures are logged and not thrown, because the timer continues with its next occurrence.</summary>
    public async Task RunAsync(TimerStatus? status, bool isPastDue, CancellationToken cancellationToken)
    {
        var info = new JsonObject
        {
            ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
            ["ScheduleStatus"] = JsonSerializer.SerializeToNode(status),
            ["IsPastDue"] = isPastDue,
        };
        for (var retry = 0; !await SucceedsAsync(info.ToJsonString(), retry); retry++)
        {
            if ((policy.MaxRetryCount >= 0 && retry >= policy.MaxRetryCount) || cancellationToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Pause(retry), options.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The pause doubles from the shortest to the longest; the Azure Functions host also varies it at random.
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
            await invoker.InvokeAsync(await supervisor.ReadyAsync(CancellationToken.None), function, request, CancellationToken.None);
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
