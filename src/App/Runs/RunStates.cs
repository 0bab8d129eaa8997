using System.Collections.Concurrent;

namespace Ita.App.Runs;

/// <summary>The runs as the workers see them: an active one is read once in a while, for thousands of items ask.</summary>
/// <remarks>Only active ones are remembered. A pause that is seen late does no harm; a resumed run that still looked paused would lose its messages.</remarks>
public sealed class RunStates(RunTable runs, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (Run Run, long At)> active = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">There is no such run.</exception>
    public async Task<Run> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (active.TryGetValue(id, out var known) && clock.GetElapsedTime(known.At) < Remembered)
        {
            return known.Run;
        }

        var at = clock.GetTimestamp();
        var run = await runs.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"No run {id} is written down.");
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
