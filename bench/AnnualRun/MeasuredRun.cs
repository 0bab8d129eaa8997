using System.Text.Json;
using Ita.Bench.Material;

namespace Ita.Bench.AnnualRun;

/// <summary>A finished run and its cost.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="Done">The number of items done.</param>
/// <param name="Cpu">CPU time of workers, browsers and hosts, without the store.</param>
internal sealed record MeasuredRun(string Id, int Instances, int Done, TimeSpan Time, TimeSpan Cpu, TimeSpan StoreCpu)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    public double PerSecond => Done / Time.TotalSeconds;

    public string Figures => string.Create(
        CultureInfo.InvariantCulture,
        $"{Time.TotalSeconds:0.0} s, {PerSecond:0.0}/s | CPU {Per(Cpu):0.0} s + store {Per(StoreCpu):0.0} s");

    /// <param name="meanwhile">Called repeatedly with the run's progress until it has ended; null for none.</param>
    public static async Task<MeasuredRun> OfAsync(IReadOnlyList<Instance> instances, object order, Func<JsonElement, Task>? meanwhile = null)
    {
        var api = instances[0].Api;
        var (cpu, store) = (CpuOf(instances), BenchStore.Process.Cpu);
        var id = (await api.PostAsync("runs", JsonSerializer.Serialize(order))).GetProperty("id").GetString()!;

        // Reads the list of runs, because counting the items meanwhile would be measured too.
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
