using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Ita.Domain.Scoring;

/// <summary>The stated scores of one sheet, by key, in the order of the keys.</summary>
/// <remarks>
/// Stored as two arrays instead of a tree: a national file has thousands of sheets with the same keys, which share the array of keys.
/// </remarks>
public sealed class ScoreDictionary : IReadOnlyDictionary<ScoreKey, GivenScore>
{
    private readonly ImmutableArray<ScoreKey> keys;
    private readonly IReadOnlyList<GivenScore> scores;

    /// <param name="keys">Sorted and distinct.</param>
    /// <param name="scores">One for each key; must not be changed afterwards.</param>
    /// <exception cref="ArgumentException">The numbers of keys and scores differ, which is a bug in the caller.</exception>
    public ScoreDictionary(ImmutableArray<ScoreKey> keys, IReadOnlyList<GivenScore> scores)
    {
        if (keys.Length != scores.Count)
        {
            throw new ArgumentException($"{scores.Count} scores for {keys.Length} keys.", nameof(scores));
        }

        (this.keys, this.scores) = (keys, scores);
    }

    public static ScoreDictionary Empty { get; } = new([], []);

    /// <param name="scores">In any order.</param>
    /// <exception cref="ArgumentException">A key occurs twice.</exception>
    public static ScoreDictionary Of(IEnumerable<KeyValuePair<ScoreKey, GivenScore>> scores)
    {
        var sorted = scores.OrderBy(score => score.Key).ToList();
        return sorted.Zip(sorted.Skip(1)).Any(pair => pair.First.Key == pair.Second.Key)
            ? throw new ArgumentException("A key occurs twice.", nameof(scores))
            : new([.. sorted.Select(score => score.Key)], [.. sorted.Select(score => score.Value)]);
    }

    /// <summary>Lets callers write a sheet with few scores as an immutable dictionary.</summary>
    public static implicit operator ScoreDictionary(ImmutableSortedDictionary<ScoreKey, GivenScore> scores) => Of(scores);

    public int Count => keys.Length;

    public ImmutableArray<ScoreKey> Keys => keys;

    public IReadOnlyList<GivenScore> Values => scores;

    IEnumerable<ScoreKey> IReadOnlyDictionary<ScoreKey, GivenScore>.Keys => keys;

    IEnumerable<GivenScore> IReadOnlyDictionary<ScoreKey, GivenScore>.Values => scores;

    public GivenScore this[ScoreKey key] => TryGetValue(key, out var score) ? score : throw new KeyNotFoundException($"No score for {key}.");

    public bool ContainsKey(ScoreKey key) => keys.BinarySearch(key) >= 0;

    public bool TryGetValue(ScoreKey key, [MaybeNullWhen(false)] out GivenScore value)
    {
        var place = keys.BinarySearch(key);
        value = place < 0 ? default : scores[place];
        return place >= 0;
    }

    /// <summary>These scores with one added or replaced.</summary>
    public ScoreDictionary With(ScoreKey key, GivenScore score) => Of(this.Where(known => known.Key != key).Append(new(key, score)));

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<KeyValuePair<ScoreKey, GivenScore>> IEnumerable<KeyValuePair<ScoreKey, GivenScore>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates the scores in the order of the keys without allocating.</summary>
    public struct Enumerator(ScoreDictionary of) : IEnumerator<KeyValuePair<ScoreKey, GivenScore>>
    {
        private int place = -1;

        public readonly KeyValuePair<ScoreKey, GivenScore> Current => new(of.keys[place], of.scores[place]);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++place < of.keys.Length;

        public void Reset() => place = -1;

        public readonly void Dispose()
        {
        }
    }
}
