using Microsoft.Extensions.Caching.Memory;

namespace Ita.App.Storage;

/// <summary>Values that are computed from lists of <see cref="YearLists"/>, kept in memory until one of the lists is read anew.</summary>
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
        if (cache.TryGetValue(key, out Kept? kept) && kept!.Sources.SequenceEqual(sources, ReferenceEqualityComparer.Instance))
        {
            return kept.Value;
        }

        var value = compute();
        cache.Set(key, new Kept(sources, value), new MemoryCacheEntryOptions { Size = 1 });
        return value;
    }

    public void Dispose() => cache.Dispose();

    private sealed record Kept(IReadOnlyList<object?> Sources, TValue Value);
}
