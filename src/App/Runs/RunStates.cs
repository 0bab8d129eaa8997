using System.Collections.Concurrent;

namespace Ita.App.Runs;

/// <summary>Caches the runs for workers, because thousands of items read them.</summary>
/// <remarks>Only active runs are cached. Noticing a pause late does no harm, but a resumed run that still looked
/// paused would lose its messages.</remarks>
public sealed class RunStates(RunTable runs, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (Run Run, long At)> active = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">No run has this id.</exception>
    public async Task<Run> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (active.TryGetValue(id, out var known) && clock.GetElapsedTime(known.At) < Remembered)
        {
            return known.Run;
        }

        var at = clock.GetTimestamp();
        var run = await runs.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"No run {id} exists.");
        if (run.Control == RunControl.Active)
        {
            active[id] = (run, at);
        }
        else
        {
            active.TryRemove(id, out _);
        }

        return run;
    }
}
