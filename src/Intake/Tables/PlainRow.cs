using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ita.Intake.Decoding;

namespace Ita.Intake.Tables;

/// <summary>Rows without quotes, as they stand in the text, one of them the current one: its cells are what lies between the delimiters.</summary>
internal sealed class PlainRow(byte delimiter)
{
    /// <summary>What thirty-two bytes can add at most, each a line break, which ends a cell and begins a row; and the end of the text.</summary>
    private const int MostAStep = (2 * 32) + 2;

    private byte[] text = [];

    /// <summary>Of each row the place before its first cell, and where each of its cells ends.</summary>
    private int[] places = new int[16 * 1024];

    /// <summary>Where in <see cref="places"/> each row ends.</summary>
    private int[] rowEnds = new int[8 * 1024];
    private int rows;
    private int row;
    private int first;

    public int CellCount { get; private set; }

    /// <summary>Where the text goes on behind the current row.</summary>
    public int Behind { get; private set; }

    /// <summary>Length of the current row without its line break.</summary>
    public int Length => places[first + CellCount] - places[first] - 1;

    /// <summary>Whether what follows the rows found is a row that only a longer text can tell.</summary>
    public bool IsCut { get; private set; }

    /// <param name="column">Not below 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Cell(int column)
    {
        if (column >= CellCount)
        {
            return default;
        }

        var (before, end) = (places[first + column], places[first + column + 1]);
        return new(text, before + 1, end - before - 1);
    }

    /// <summary>Moves to the next row of those that were found.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryNext()
    {
        if (row == rows)
        {
            return false;
        }

        first = row == 0 ? 0 : rowEnds[row - 1];
        CellCount = rowEnds[row] - first - 1;
        Behind = places[rowEnds[row]] + 1;
        row++;
        return true;
    }

    /// <summary>Finds rows from <paramref name="start"/> on, as many as there is room for, up to one that has more than delimiters.</summary>
    /// <param name="source">Longer than <paramref name="end"/> by <see cref="TextStream.Slack"/>.</param>
    public void Find(byte[] source, int start, int end, bool isLast)
    {
        text = source;
        row = 0;
        while (!Scan(start, end, isLast))
        {
            // A row of more cells than there is room for.
            places = new int[2 * places.Length];
        }
    }

    /// <returns>False when there was no room for even one row.</returns>
    // Optimised at once: until the run-time has seen enough of it, a file would be half read.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Scan(int start, int end, bool isLast)
    {
        ref var origin = ref MemoryMarshal.GetArrayDataReference(text);
        var (into, ends) = (places, rowEnds);
        var (count, found, at, stop) = (1, 0, start, end);
        into[0] = start - 1;
        for (; at < stop && count + MostAStep < into.Length && found + MostAStep < ends.Length; at += Vector256<byte>.Count)
        {
            var bytes = Vector256.LoadUnsafe(ref origin, (nuint)at);
            var lines = Vector256.Equals(bytes, Vector256.Create((byte)'\n')).ExtractMostSignificantBits();
            var odd = (Vector256.Equals(bytes, Vector256.Create((byte)'"')) | Vector256.Equals(bytes, Vector256.Create((byte)'\r'))).ExtractMostSignificantBits();
            var signs = Vector256.Equals(bytes, Vector256.Create(delimiter)).ExtractMostSignificantBits() | lines;
            if (odd != 0)
            {
                stop = OddFrom(at, odd, stop);
            }

            if (stop - at < Vector256<byte>.Count)
            {
                signs &= (1u << (stop - at)) - 1;
            }

            for (; signs != 0; signs &= signs - 1)
            {
                var bit = BitOperations.TrailingZeroCount(signs);
                var place = at + bit;
                into[count++] = place;
                if ((lines >> bit & 1) != 0)
                {
                    into[count - 1] -= place > start && text[place - 1] == '\r' ? 1 : 0;
                    ends[found++] = count;
                    into[count++] = place;
                }
            }
        }

        var isAll = at >= stop;
        IsCut = isAll && (stop == end || IsCarriageAtEnd(stop, end)) && !isLast;
        rows = found;
        if (isAll && stop == end && isLast && into[found == 0 ? 0 : ends[found - 1]] < end - 1)
        {
            // The last row has no line break: the end is one.
            into[count++] = end;
            ends[rows++] = count;
            into[count] = end - 1;
        }

        return rows > 0 || isAll;
    }

    private bool IsCarriageAtEnd(int stop, int end) => stop == end - 1 && text[stop] == '\r';

    /// <summary>Where the first sign stands that is no plain cell's: a quote, or a carriage return without its line feed.</summary>
    private int OddFrom(int at, uint odd, int stop)
    {
        for (; odd != 0; odd &= odd - 1)
        {
            var place = at + BitOperations.TrailingZeroCount(odd);
            if (place >= stop || text[place] == '"' || place + 1 >= stop || text[place + 1] != '\n')
            {
                return Math.Min(place, stop);
            }
        }

        return stop;
    }
}
