using System.Collections.Concurrent;

namespace Ita.Domain.Findings;

/// <summary>
/// Which sums a number of answers can reach when each earns one of some points: whether a mean is possible at all (GRIM).
/// </summary>
/// <remarks>
/// <para>
/// The points rise from 0, so m answers reach a sum when m or fewer answers above 0 make it. Let M be the greatest point.
/// Among any M answers below M there are some whose points sum to a multiple of M (two of the M + 1 partial sums leave the same
/// rest), and those may be turned into no more answers at M and at 0 with the same sum. So fewer than M answers below M are
/// ever needed: a small table of the least answers below M for each sum, made once, decides every m.
/// </para>
/// <para>
/// There is no number of answers from which every figure of two decimals is possible, short of some 200,000: on 0/33/67/100 no
/// sum lies between 0 and 33. None is needed either: the work stops at the first sum that fits, mostly the first one tried.
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

    /// <summary>Null where some point is not a whole number: such a scale is not checked (no year has one).</summary>
    /// <param name="points">Rising from 0, in any number; doubles do not matter.</param>
    public static AnswerSums? Create(IEnumerable<decimal> points)
    {
        var distinct = points.Distinct().Order().ToImmutableArray();
        return distinct.Length < 2 || distinct[0] != 0 || distinct.Any(point => point != decimal.Floor(point))
            ? null
            : Known.GetOrAdd(string.Join('/', distinct), _ => new([.. distinct.Select(point => (int)point)]));
    }

    /// <summary>Whether some way to give this many answers has a mean in the range, its ends included.</summary>
    /// <param name="answers">1 or more.</param>
    public bool Reach(long answers, Interval mean)
    {
        var last = (long)decimal.Floor(mean.High * answers);
        for (var sum = (long)decimal.Ceiling(mean.Low * answers); sum <= last; sum++)
        {
            if (Reach(answers, sum))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The possible sum nearest to a wanted one; of two as near, the smaller.</summary>
    public long Nearest(long answers, decimal wanted)
    {
        var below = (long)decimal.Floor(wanted);
        while (!Reach(answers, below))
        {
            below--;
        }

        var above = (long)decimal.Ceiling(wanted);
        while (!Reach(answers, above))
        {
            above++;
        }

        return wanted - below <= above - wanted ? below : above;
    }

    // 0 and answers x M are always reached, so a search that starts between them ends.
    private bool Reach(long answers, long sum)
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

    /// <summary>For each sum, the fewest answers below the greatest that make it.</summary>
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
