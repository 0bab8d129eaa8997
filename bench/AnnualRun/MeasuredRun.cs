using System.Globalization;
using System.Text.Json;
using Ita.Bench.Material;

namespace Ita.Bench.AnnualRun;

/// <summary>A run from its order to its end, and what it cost.</summary>
/// <param name="Id">The run's.</param>
/// <param name="Done">Items that something was made of.</param>
/// <param name="Cpu">Of workers, browsers and hosts; the store's is apart.</param>
internal sealed record MeasuredRun(string Id, int Instances, int Done, TimeSpan Time, TimeSpan Cpu, TimeSpan StoreCpu)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    public double PerSecond => Done / Time.TotalSeconds;

    public string Figures => string.Create(
        CultureInfo.InvariantCulture,
        $"{Time.TotalSeconds:0.0} s, {PerSecond:0.0}/s | CPU {Per(Cpu):0.0} s + store {Per(StoreCpu):0.0} s");

    /// <param name="meanwhile">Called again and again with the run's progress until it has ended; null when nothing is to be done.</param>
    public static async Task<MeasuredRun> OfAsync(IReadOnlyList<Instance> instances, object order, Func<JsonElement, Task>? meanwhile = null)
    {
        var api = instances[0].Api;
        var (cpu, store) = (CpuOf(instances), BenchStore.Process.Cpu);
        var id = (await api.PostAsync("runs", JsonSerializer.Serialize(order))).GetProperty("id").GetString()!;

        // The short list, for counting the items while they are worked on would be measured too.
        while (await BriefAsync(api, id) is { } brief && brief.GetProperty("finishedAt").ValueKind == JsonValueKind.Null)
        {
            if (meanwhile is not null)
            {
                await meanwhile(await api.GetAsync($"runs/{id}"));
            }

            await Task.Delay(Glance);
        }

        var ended = await api.GetAsync($"runs/{id}");
        var time = ended.GetProperty("finishedAt").GetDateTimeOffset() - ended.GetProperty("startedAt").GetDateTimeOffset();
        return new(
            id, instances.Count, ended.GetProperty("done").GetInt32(), time, CpuOf(instances) - cpu, BenchStore.Process.Cpu - store);
    }

    private double Per(TimeSpan cpu) => cpu.TotalSeconds * 1000 / Done;

    private static async Task<JsonElement> BriefAsync(AppApi api, string id) =>
        (await api.GetAsync("runs")).EnumerateArray().Single(run => run.GetProperty("id").GetString() == id);

    private static TimeSpan CpuOf(IEnumerable<Instance> instances) => instances.Aggregate(TimeSpan.Zero, (sum, instance) => sum + instance.Cpu());
}
