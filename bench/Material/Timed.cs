using System.Diagnostics;

namespace Ita.Bench.Material;

/// <summary>Wall time and allocations of one repetition: the median of several, because the load of a shared machine
/// can only add time.</summary>
public sealed record Timed(TimeSpan Median, TimeSpan Fastest, long AllocatedBytes)
{
    public double Milliseconds => Median.TotalMilliseconds;

    public double Microseconds => Median.TotalMicroseconds;

    /// <param name="inner">How often the action is executed per measured repetition, for actions too short for the
    /// clock's resolution.</param>
    public static Timed Of(int repetitions, int inner, Action action)
    {
        // Tiered compilation needs some calls and some time before the code is fully optimised.
        var warm = Stopwatch.StartNew();
        while (warm.ElapsedMilliseconds < 2_000)
        {
            action();
        }

        return Of(repetitions, inner, () =>
        {
            action();
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
    }

    public static async Task<Timed> Of(int repetitions, int inner, Func<Task> action)
    {
        var took = new List<TimeSpan>();
        await action();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < inner; i++)
            {
                await action();
            }

            took.Add(clock.Elapsed / inner);
        }

        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        took.Sort();
        return new(took[took.Count / 2], took[0], allocated / repetitions / inner);
    }
}
