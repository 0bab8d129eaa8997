using System.Collections.Concurrent;

namespace Ita.App.Access;

/// <summary>Limits how many unknown keys one address may send, before the table of keys is read.</summary>
/// <remarks>Counted in the memory of the process, so that a call with a good key needs no further request to the storage; with several
/// processes the limit applies to each. A key of 256 bits cannot be guessed: the limit reduces the load. A key that was found before is not
/// refused because of other keys from its address.</remarks>
public sealed class UnknownKeys(TimeProvider clock)
{
    /// <summary>Above this number, everything remembered is dropped.</summary>
    private const int MostRemembered = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, RateCount> counts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> found = new(StringComparer.Ordinal);

    public static RateLimit OfAddress { get; } = new(100, TimeSpan.FromMinutes(15));

    /// <summary>Counts an attempt with a key that was not found before.</summary>
    /// <returns>Why it is refused; null when the key may be looked up.</returns>
    public Problem? Take(string address, string key)
    {
        if (found.ContainsKey(NameOf(key)))
        {
            return null;
        }

        lock (gate)
        {
            var take = OfAddress.Take(counts.GetValueOrDefault(address), clock.GetUtcNow());
            if (counts.Count >= MostRemembered)
            {
                counts.Clear();
            }

            counts[address] = take.After;
            return take.Problem;
        }
    }

    /// <summary>Takes back the attempt with a key that is known.</summary>
    public void Accept(string address, string key)
    {
        if (found.Count >= MostRemembered)
        {
            found.Clear();
        }

        if (!found.TryAdd(NameOf(key), true))
        {
            return;
        }

        lock (gate)
        {
            if (counts.TryGetValue(address, out var count) && count.Tries > 0)
            {
                counts[address] = count with { Tries = count.Tries - 1 };
            }
        }
    }

    private static string NameOf(string key) => Convert.ToHexString(KeyText.HashOf(key));
}
