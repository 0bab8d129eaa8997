using System.Buffers.Binary;

namespace Ita.Intake.Answers;

/// <summary>The few spellings in which one question is answered, found by length and a handful of bytes before the whole is compared.</summary>
internal sealed class KnownAnswers
{
    /// <summary>More than twice the answers of any scale; further spellings go the slow way.</summary>
    private const int Most = 16;

    private readonly Known[] known = new Known[Most];
    private int count;

    public bool TryFind(ReadOnlySpan<byte> cell, out int units)
    {
        var mark = MarkOf(cell);
        foreach (ref readonly var candidate in known.AsSpan(0, count))
        {
            if (candidate.Mark == mark && candidate.Spelling.AsSpan().SequenceEqual(cell))
            {
                units = candidate.Units;
                return true;
            }
        }

        units = 0;
        return false;
    }

    public void Add(ReadOnlySpan<byte> cell, int units)
    {
        if (count < Most)
        {
            known[count++] = new(MarkOf(cell), cell.ToArray(), units);
        }
    }

    /// <summary>The last bytes with the length mixed in: labels of one scale differ at their ends more than at their starts.</summary>
    private static ulong MarkOf(ReadOnlySpan<byte> cell) => (ulong)cell.Length << 56 ^ cell.Length switch
    {
        >= 8 => BinaryPrimitives.ReadUInt64LittleEndian(cell[^8..]),
        >= 4 => BinaryPrimitives.ReadUInt32LittleEndian(cell[^4..]),
        > 0 => (uint)(cell[0] | cell[^1] << 8),
        _ => 0,
    };

    private readonly record struct Known(ulong Mark, byte[] Spelling, int Units);
}
