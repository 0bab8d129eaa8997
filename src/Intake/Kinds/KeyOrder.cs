using System.Collections.Immutable;
using Ita.Domain.Scoring;

namespace Ita.Intake.Kinds;

/// <summary>The keys that a sheet states, in order, and which place in it each has that the file states.</summary>
internal sealed class KeyOrder
{
    /// <summary>The numbers of the keys as the file has them.</summary>
    private readonly int[] numbers;
    private readonly int[] places;

    public KeyOrder(int[] numbers, Func<int, ScoreKey> keyOf)
    {
        this.numbers = numbers;
        places = new int[numbers.Length];
        int[] sorted = [.. Enumerable.Range(0, numbers.Length).OrderBy(stated => keyOf(numbers[stated]))];
        for (var place = 0; place < sorted.Length; place++)
        {
            places[sorted[place]] = place;
        }

        Keys = [.. sorted.Select(stated => keyOf(numbers[stated]))];
    }

    public ImmutableArray<ScoreKey> Keys { get; }

    public ReadOnlySpan<int> Places => places;

    public bool IsOf(int[] stated) => numbers.AsSpan().SequenceEqual(stated);
}
