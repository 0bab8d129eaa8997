using System.Text.Json;

namespace Ita.Bench.AnnualRun;

/// <summary>Kills one worker after another during a run, except the first instance's, spread over the run.</summary>
/// <param name="items">The number of items of the run.</param>
internal sealed class Kills(IReadOnlyList<Instance> instances, int items)
{
    public int Done { get; private set; }

    public Task LookAsync(JsonElement run)
    {
        var settled = run.GetProperty("total").GetInt32() - run.GetProperty("queued").GetInt32();
        if (Done < instances.Count - 1 && settled * (instances.Count + 1) >= (Done + 1) * items)
        {
            instances[++Done].KillWorker();
        }

        return Task.CompletedTask;
    }
}
