using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Ita.Intake.Cells;

namespace Ita.Intake.Answers;

/// <summary>The few spellings in which one question is answered, found by length and a few bytes before the whole is compared.</summary>
internal sealed class KnownAnswers
{
    private const int Places = 64;
    private const int PlaceBits = 6;

    /// <summary>How far from its own place a spelling may stand.</summary>
    private const int Farthest = 4;

    /// <summary>Up to this length the mark holds every byte of the cell.</summary>
    private const int ExactLength = 7;

    private readonly Known[] known = new Known[Places + Farthest];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(ReadOnlySpan<byte> cell, out int units)
    {
        var mark = MarkOf(cell);
        var place = PlaceOf(mark);
        for (var further = 0; further < Farthest; further++)
        {
            ref readonly var candidate = ref known[place + further];
            if (candidate.Mark == mark && (cell.Length <= ExactLength || SameBytes.Are(cell, candidate.Spelling)))
            {
                units = candidate.Units;
                return true;
            }
        }

        units = 0;
        return false;
    }

    /// <summary>Adds a spelling if there is room near its place; else it goes the slow way each time.</summary>
    public void Add(ReadOnlySpan<byte> cell, int units)
    {
        var mark = MarkOf(cell);
        var free = known.AsSpan(PlaceOf(mark), Farthest).IndexOf(default(Known));
        if (free >= 0)
        {
            known[PlaceOf(mark) + free] = new(mark, cell.ToArray(), units);
        }
    }

    // An empty place has the mark of an empty cell, which is no answer and never looked for.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(ulong mark) => (int)(unchecked(mark * 0x9E3779B97F4A7C15) >> (64 - PlaceBits));

    /// <summary>The last bytes with the length mixed in: labels of one scale differ at their ends more than at their starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong MarkOf(ReadOnlySpan<byte> cell) => (ulong)cell.Length << 56 ^ cell.Length switch
    {
        > ExactLength => BinaryPrimitives.ReadUInt64LittleEndian(cell[^8..]),
        >= 4 => BinaryPrimitives.ReadUInt32LittleEndian(cell) | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(cell[^4..]) << (8 * (cell.Length - 4)),
        > 0 => (uint)(cell[0] | cell[cell.Length / 2] << 8 | cell[^1] << 16),
        _ => 0,
    };

    private readonly record struct Known(ulong Mark, byte[] Spelling, int Units);
}
