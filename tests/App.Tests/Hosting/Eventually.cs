using System.Diagnostics;

namespace Ita.App.Tests.Hosting;

/// <summary>Waits for a condition, with a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < (limit ?? Limit), $"Waited in vain: {what}.");
            await Task.Delay(Pause);
        }
    }

    /// <summary>The first value that satisfies the condition.</summary>
    public static async Task<T> AsWishedAsync<T>(Func<Task<T>> look, Func<T, bool> wish, string what)
    {
        var seen = await look();
        await TrueAsync(async () => wish(seen) || wish(seen = await look()), what);
        return seen;
    }
}
