using System.Collections.Concurrent;

namespace Ita.Domain.Findings;

/// <summary>
/// The sums that a number of answers on a scale can have, and so whether a mean is possible at all (GRIM test).
/// </summary>
/// <remarks>
/// <para>
/// The lowest point is 0, so m answers can have a sum when m or fewer answers above 0 have it. Let M be the highest point. Among any M
/// answers below M there are some whose points sum to a multiple of M (two of the M + 1 partial sums have the same remainder), and these
/// can be replaced by no more answers of M and 0 with the same sum. So fewer than M answers below M are ever needed, and a small table of
/// the minimum number of answers below M for each sum, computed once, is enough for every m.
/// </para>
/// <para>
/// There is no practical number of answers (it is about 200,000) from which every figure with two decimals is possible: on the points
/// 0/33/67/100 no sum is between 0 and 33. The search needs no such limit, because it stops at the first sum that fits, mostly the first
/// one tried.
/// </para>
/// </remarks>
internal sealed class AnswerSums
{
    private const int Unreachable = int.MaxValue;

    private static readonly ConcurrentDictionary<string, AnswerSums> Known = new();

    private readonly int greatest;
    private readonly int[] fewest;

    private AnswerSums(ImmutableArray<int> points)
    {
        greatest = points[^1];
        fewest = Fewest([.. points[1..^1]], greatest);
    }

    /// <summary>Null when some point is not a whole number: such a scale is not checked (no year has one).</summary>
    /// <param name="points">At least two different values including 0; order and duplicates do not matter.</param>
    public static AnswerSums? Create(IEnumerable<decimal> points)
    {
        var distinct = points.Distinct().Order().ToImmutableArray();
        return distinct.Length < 2 || distinct[0] != 0 || distinct.Any(point => point != decimal.Floor(point))
            ? null
            : Known.GetOrAdd(string.Join('/', distinct), _ => new([.. distinct.Select(point => (int)point)]));
    }

    /// <summary>Whether this number of answers can have a mean in the range, ends included.</summary>
    /// <param name="answers">1 or more.</param>
    public bool CanReach(long answers, Interval mean)
    {
        var last = (long)decimal.Floor(mean.High * answers);
        for (var sum = (long)decimal.Ceiling(mean.Low * answers); sum <= last; sum++)
        {
            if (CanReach(answers, sum))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The possible sum nearest to the given one; the smaller of two equally near.</summary>
    public long Nearest(long answers, decimal wanted)
    {
        var below = (long)decimal.Floor(wanted);
        while (!CanReach(answers, below))
        {
            below--;
        }

        var above = (long)decimal.Ceiling(wanted);
        while (!CanReach(answers, above))
        {
            above++;
        }

        return wanted - below <= above - wanted ? below : above;
    }

    // 0 and answers x M are always possible, so a search that starts between them ends.
    private bool CanReach(long answers, long sum)
    {
        for (var rest = sum % greatest; rest <= sum && rest < fewest.Length; rest += greatest)
        {
            if (fewest[rest] != Unreachable && fewest[rest] + ((sum - rest) / greatest) <= answers)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>For each sum, the minimum number of answers below the highest point that have it.</summary>
    private static int[] Fewest(ImmutableArray<int> points, int greatest)
    {
        var fewest = new int[((greatest - 1) * points.Append(0).Max()) + 1];
        for (var sum = 1; sum < fewest.Length; sum++)
        {
            var before = points.Where(point => point <= sum).Select(point => fewest[sum - point]).Append(Unreachable).Min();
            fewest[sum] = before == Unreachable ? Unreachable : before + 1;
        }

        return fewest;
    }
}
