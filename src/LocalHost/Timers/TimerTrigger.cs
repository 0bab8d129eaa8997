using Ita.LocalHost.App;
using Ita.LocalHost.Invocations;

namespace Ita.LocalHost.Timers;

/// <summary>
/// Runs a function by its schedule. A missed occurrence runs once at the start; a failed run is not repeated and does
/// not stop the schedule (contract.md, section 2.3).
/// </summary>
internal sealed class TimerTrigger(FunctionDefinition function, Storage storage, Invoker invoker, HostLog log, TimeProvider clock) : ITrigger
{
    // A longer wait does not fit into a timer of the platform.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly Cron schedule = Cron.Parse(function.Trigger["schedule"]!);
    private readonly TimerStates? states = function.Trigger.Flag("useMonitor", otherwise: true) ? new TimerStates(storage.Books(), function.HostId) : null;
    private TimerState? state;

    public FunctionDefinition Function => function;

    private string Source => $"Timer.{function.Name}";

    public async Task PrepareAsync(CancellationToken stop)
    {
        if (states is not null)
        {
            await states.PrepareAsync(stop);
            state = (await states.ReadAsync(stop))?.Under(schedule) ?? TimerState.New(clock.GetUtcNow(), schedule);
            await states.WriteAsync(state);
        }
    }

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await RunAtStartAsync(stop);
            while (schedule.NextAfter(clock.GetUtcNow()) is { } next)
            {
                await SleepUntilAsync(next, stop);
                await FireAsync(next, isPastDue: false, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            log.Information(Source, "Stopped.");
        }
    }

    public Task InvokeByHandAsync(string input, CancellationToken stop) =>
        invoker.InvokeAsync(function, TimerFacts.Of(state, isPastDue: false), stop);

    private async Task RunAtStartAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var isPastDue = state?.IsPastDue(now) ?? false;
        if (isPastDue || function.Trigger.Flag("runOnStartup", otherwise: false))
        {
            await FireAsync(now, isPastDue, stop);
        }
    }

    private async Task SleepUntilAsync(DateTimeOffset due, CancellationToken stop)
    {
        log.Information(Source, $"Next run at {due:u}.");
        for (var left = due - clock.GetUtcNow(); left > TimeSpan.Zero; left = due - clock.GetUtcNow())
        {
            await Task.Delay(left < LongestSleep ? left : LongestSleep, clock, stop);
        }
    }

    private async Task FireAsync(DateTimeOffset due, bool isPastDue, CancellationToken stop)
    {
        var outcome = await invoker.InvokeAsync(function, TimerFacts.Of(state, isPastDue), stop);
        if (!outcome.Succeeded)
        {
            // A run that the host's own end cut short is not booked, so it is made up for at the next start.
            stop.ThrowIfCancellationRequested();
        }

        if (states is not null)
        {
            state = TimerState.RanAt(due, schedule);
            await states.WriteAsync(state);
        }
    }
}
