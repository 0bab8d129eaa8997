using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ita.Intake.Cells;
using Ita.Intake.Tables;

namespace Ita.Intake.Answers;

/// <summary>The few spellings in which one question is answered.</summary>
/// <remarks>
/// What people answer follows no pattern that a processor could foresee, so there is nothing to foresee here: a spelling is found by its
/// length and last bytes, nearly always at its own place, and compared in steps that are the same for each.
/// </remarks>
internal sealed class KnownAnswers
{
    private const int Places = 64;
    private const int PlaceBits = 6;

    /// <summary>How far from its own place a spelling may stand.</summary>
    private const int Farthest = 4;

    /// <summary>Up to this length the mark holds every byte of the cell.</summary>
    private const int ExactLength = 7;

    /// <summary>No answer is as long; what is has to be somebody's own words.</summary>
    private const int LongestKnown = 1024;

    /// <summary>As many set bytes as a window shows, and as many that are not: where to begin follows from a cell's length.</summary>
    private static readonly byte[] Masks = [.. Enumerable.Repeat(byte.MaxValue, CellWindow.Reach), .. new byte[CellWindow.Reach]];

    private readonly Known[] known = new Known[Places + Farthest];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(CellWindow cell, out int units)
    {
        var mark = MarkOf(cell);
        var place = PlaceOf(mark);
        for (var further = 0; further < Farthest; further++)
        {
            ref readonly var candidate = ref known[place + further];
            if (candidate.Mark == mark && (cell.Length <= ExactLength || Is(cell, candidate.Spelling)))
            {
                units = candidate.Units;
                return true;
            }
        }

        units = 0;
        return false;
    }

    /// <summary>The same for a cell that does not stand in a text.</summary>
    public bool TryFind(ReadOnlySpan<byte> cell, out int units)
    {
        units = 0;
        return !cell.IsEmpty && cell.Length <= LongestKnown
            && TryFind(CellWindow.Of(cell, stackalloc byte[CellWindow.SizeOf(cell.Length)]), out units);
    }

    /// <summary>Adds a spelling if there is room near its place; else it goes the slow way each time.</summary>
    public void Add(ReadOnlySpan<byte> cell, int units)
    {
        if (cell.IsEmpty || cell.Length > LongestKnown)
        {
            return;
        }

        var framed = new byte[CellWindow.SizeOf(cell.Length)];
        var mark = MarkOf(CellWindow.Of(cell, framed));
        var free = known.AsSpan(PlaceOf(mark), Farthest).IndexOf(default(Known));
        if (free >= 0)
        {
            known[PlaceOf(mark) + free] = new(mark, framed[CellWindow.Before..], units);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(ulong mark) => (int)(unchecked(mark * 0x9E3779B97F4A7C15) >> (64 - PlaceBits));

    /// <summary>The last bytes with the length mixed in: labels of one scale differ at their ends more than at their starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong MarkOf(CellWindow cell)
    {
        // Of a shorter cell the word begins with what stands before it, which is shifted out.
        var last = Unsafe.ReadUnaligned<ulong>(in Unsafe.Add(ref Unsafe.AsRef(in cell.Start), cell.Length - sizeof(ulong)));
        return last >> (8 * Math.Max(0, sizeof(ulong) - cell.Length)) ^ (ulong)cell.Length << 56;
    }

    /// <param name="spelling">With zeros behind it as far as a window reaches; null in an empty place, whose mark a workbook's control signs can have.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Is(CellWindow cell, byte[]? spelling)
    {
        if (spelling is null)
        {
            return false;
        }

        if (cell.Length > CellWindow.Reach)
        {
            return SameBytes.Are(cell.Cell, spelling);
        }

        ref var text = ref Unsafe.AsRef(in cell.Start);
        ref var other = ref MemoryMarshal.GetArrayDataReference(spelling);
        ref var mask = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Masks), CellWindow.Reach - cell.Length);
        return (Difference(ref text, ref other, ref mask, 0) | Difference(ref text, ref other, ref mask, 32) | Difference(ref text, ref other, ref mask, 64)) == Vector256<byte>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Difference(ref byte text, ref byte other, ref byte mask, nuint at) =>
        (Vector256.LoadUnsafe(ref text, at) & Vector256.LoadUnsafe(ref mask, at)) ^ Vector256.LoadUnsafe(ref other, at);

    private readonly record struct Known(ulong Mark, byte[]? Spelling, int Units);
}
