using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ita.Intake.Tables;

/// <summary>A row without quotes, as it stands in the text: its cells are what lies between the delimiters.</summary>
internal sealed class PlainRow
{
    private byte[] text = [];

    /// <summary>Where each cell ends; the first entry stands before the first cell.</summary>
    private int[] ends = new int[64];

    public int CellCount { get; private set; }

    /// <summary>Finds the cells, thirty-two bytes at a time: most of what a large file costs is here.</summary>
    // Optimised at once: until the run-time has seen enough of it, a file would be half read.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Split(byte[] source, int start, int length, byte delimiter)
    {
        Room(length + 2);
        text = source;
        ref var first = ref MemoryMarshal.GetArrayDataReference(source);
        var places = ends;
        places[0] = start - 1;
        var (count, at, end) = (1, start, start + length);
        for (; at <= end - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var found = Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)at), Vector256.Create(delimiter)).ExtractMostSignificantBits();
            for (; found != 0; found &= found - 1)
            {
                places[count++] = at + System.Numerics.BitOperations.TrailingZeroCount(found);
            }
        }

        for (; at < end; at++)
        {
            if (source[at] == delimiter)
            {
                places[count++] = at;
            }
        }

        places[count] = end;
        CellCount = count;
    }

    /// <param name="column">Not below 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Cell(int column) =>
        column < CellCount ? new(text, ends[column] + 1, ends[column + 1] - ends[column] - 1) : default;

    private void Room(int wanted)
    {
        if (ends.Length < wanted)
        {
            ends = new int[Math.Max(wanted, 2 * ends.Length)];
        }
    }
}
