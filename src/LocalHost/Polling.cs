using Azure;

namespace Ita.LocalHost;

/// <summary>Looks again and again until the host stops. A storage that fails is reported and asked again later.</summary>
internal sealed class Polling(string source, HostLog log, TimeProvider clock)
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    /// <param name="look">Looks once and tells how long to wait before the next look.</param>
    /// <param name="stop">Ends the polling, without an exception.</param>
    public async Task RunAsync(Func<Task<TimeSpan>> look, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await Task.Delay(await TryAsync(look), clock, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            log.Information(source, "Stopped.");
        }
    }

    private async Task<TimeSpan> TryAsync(Func<Task<TimeSpan>> look)
    {
        try
        {
            return await look();
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            log.Error(source, $"The storage failed, next look in {PauseAfterFailure}: {failure.Message}");
            return PauseAfterFailure;
        }
    }
}
