using System.Collections.Immutable;
using Ita.Domain.Scoring;

namespace Ita.Intake.Kinds;

/// <summary>The keys that a sheet states, in order, and which of those that the file states each is.</summary>
internal sealed class KeyOrder
{
    /// <summary>The numbers of the keys as the file has them.</summary>
    private readonly int[] numbers;

    public KeyOrder(int[] numbers, Func<int, ScoreKey> keyOf)
    {
        this.numbers = numbers;
        Stated = [.. Enumerable.Range(0, numbers.Length).OrderBy(stated => keyOf(numbers[stated]))];
        Keys = [.. Stated.Select(stated => keyOf(numbers[stated]))];
    }

    public ImmutableArray<ScoreKey> Keys { get; }

    /// <summary>Which of the stated scores, counted from 0, belongs to each key.</summary>
    public ImmutableArray<int> Stated { get; }

    /// <summary>Whether the keys of so many scores, which stand together from <paramref name="first"/> on, are these.</summary>
    public bool IsOf(StatedScores scores, int first, int count)
    {
        if (count != numbers.Length)
        {
            return false;
        }

        for (var index = 0; index < count; index++)
        {
            if (scores.KeyAt(first + index) != numbers[index])
            {
                return false;
            }
        }

        return true;
    }
}
