using System.Collections.Immutable;
using Ita.Domain.Scoring;

namespace Ita.Intake.Kinds;

/// <summary>The keys that a sheet states, in order, and where the file states each.</summary>
internal sealed class KeyOrder
{
    /// <summary>The numbers of the keys as the file has them.</summary>
    private readonly int[] numbers;

    /// <summary>Which of those comes first, second and so on.</summary>
    private readonly int[] places;

    public KeyOrder(List<(int Key, GivenScore Given)> stated, Func<int, ScoreKey> keyOf)
    {
        numbers = [.. stated.Select(score => score.Key)];
        places = [.. Enumerable.Range(0, numbers.Length).OrderBy(place => keyOf(numbers[place]))];
        Keys = [.. places.Select(place => keyOf(numbers[place]))];
    }

    public ImmutableArray<ScoreKey> Keys { get; }

    public bool IsOf(List<(int Key, GivenScore Given)> stated)
    {
        if (stated.Count != numbers.Length)
        {
            return false;
        }

        for (var place = 0; place < numbers.Length; place++)
        {
            if (stated[place].Key != numbers[place])
            {
                return false;
            }
        }

        return true;
    }

    public ImmutableArray<GivenScore> Sorted(List<(int Key, GivenScore Given)> stated)
    {
        var sorted = ImmutableArray.CreateBuilder<GivenScore>(places.Length);
        foreach (var place in places)
        {
            sorted.Add(stated[place].Given);
        }

        return sorted.MoveToImmutable();
    }
}
