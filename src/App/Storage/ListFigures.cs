using Microsoft.Extensions.Caching.Memory;

namespace Ita.App.Storage;

/// <summary>Values that are computed from lists of <see cref="YearLists"/>, kept in memory until one of the lists is read anew.</summary>
/// <remarks>The lists themselves are not kept: while a year changes, each value may come from another reading of it, and a list of the nation has
/// megabytes.</remarks>
/// <param name="most">The greatest number of values that are kept.</param>
public sealed class ListFigures<TKey, TValue>(int most) : IDisposable
    where TKey : notnull
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = most });

    /// <summary>The value of a key, computed anew when it was made from other objects than these.</summary>
    /// <param name="sources">Everything that the value is made from, compared by reference.</param>
    public TValue Get(TKey key, IReadOnlyList<object?> sources, Func<TValue> compute)
    {
        ArgumentNullException.ThrowIfNull(compute);
        if (cache.TryGetValue(key, out Kept? kept) && kept!.IsMadeFrom(sources))
        {
            return kept.Value;
        }

        var value = compute();
        var known = sources.Select(source => source is null ? null : new WeakReference(source)).ToArray();
        cache.Set(key, new Kept(known, value), new MemoryCacheEntryOptions { Size = 1 });
        return value;
    }

    public void Dispose() => cache.Dispose();

    /// <param name="Sources">Null for a source that was null.</param>
    private sealed record Kept(WeakReference?[] Sources, TValue Value)
    {
        public bool IsMadeFrom(IReadOnlyList<object?> sources) => Sources.Length == sources.Count && Sources.Zip(sources)
            .All(pair => pair.First is { } known ? pair.Second is not null && known.Target == pair.Second : pair.Second is null);
    }
}
