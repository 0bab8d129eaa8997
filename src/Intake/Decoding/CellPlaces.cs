using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ita.Intake.Decoding;

/// <summary>Where rows and their cells lie in a stretch of text, up to the first row that has more in it than delimiters: a quote, a lone carriage return.</summary>
/// <remarks>Found in one pass of vectors over a whole block, beside the understanding of the block before.</remarks>
internal sealed class CellPlaces(byte delimiter)
{
    /// <summary>How many bytes one step looks at.</summary>
    private const int Step = 64;

    private int[] places = new int[16 * 1024];
    private int[] rowEnds = new int[2 * 1024];

    /// <summary>Of each row the place before its first cell, and where each of its cells ends.</summary>
    public int[] Places => places;

    /// <summary>Where in <see cref="Places"/> each row ends.</summary>
    public int[] RowEnds => rowEnds;

    /// <summary>How many rows were found.</summary>
    public int Rows { get; private set; }

    /// <summary>Where the text goes on behind them.</summary>
    public int Behind => Rows == 0 ? places[0] + 1 : places[rowEnds[Rows - 1]] + 1;

    /// <summary>Whether what follows them is a row that only a longer text can tell.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Finds nothing in a text that is not to be looked at.</summary>
    public void FindNothing() => (Rows, IsCut) = (0, false);

    /// <param name="text">With <see cref="TextBlocks.Slack"/> behind its <paramref name="end"/>.</param>
    /// <param name="isLast">No text follows.</param>
    // Optimised at once: until the run-time has seen enough of it, a file would be half read.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(byte[] text, int start, int end, bool isLast)
    {
        ref var origin = ref MemoryMarshal.GetArrayDataReference(text);
        var (into, ends, count, found, stop) = (places, rowEnds, 1, 0, end);
        into[0] = start - 1;
        for (var at = start; at < stop; at += Step)
        {
            // Each byte of a step may be a line break, which ends a cell and begins a row; the end of the text may be one more.
            into = count + (2 * Step) + 2 < into.Length ? into : Longer(ref places);
            ends = found + Step + 1 < ends.Length ? ends : Longer(ref rowEnds);
            var (one, two) = (Vector256.LoadUnsafe(ref origin, (nuint)at), Vector256.LoadUnsafe(ref origin, (nuint)at + 32));
            var inside = stop - at < Step ? (1UL << (stop - at)) - 1 : ulong.MaxValue;
            var lines = Of((byte)'\n', one, two) & inside;
            var signs = lines | (Of(delimiter, one, two) & inside);
            if ((Odd(one) | Odd(two)) != Vector256<byte>.Zero)
            {
                // A quote, or a carriage return without its line feed: where the first stands, plain rows end.
                var feeds = lines >> 1 | (at + Step < stop && text[at + Step] == '\n' ? 1UL << (Step - 1) : 0);
                var odd = (Of((byte)'"', one, two) | (Of((byte)'\r', one, two) & ~feeds)) & inside;
                stop = odd == 0 ? stop : at + BitOperations.TrailingZeroCount(odd);
                signs &= odd == 0 ? signs : (1UL << (stop - at)) - 1;
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

        Rows = found;
        IsCut = !isLast && (stop == end || (stop == end - 1 && text[stop] == '\r'));
        if (isLast && stop == end && Behind < end)
        {
            // The last row has no line break: the end is one.
            into[count++] = end;
            ends[Rows++] = count;
            into[count] = end - 1;
        }
    }

    private static int[] Longer(ref int[] array)
    {
        Array.Resize(ref array, 2 * array.Length);
        return array;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Odd(Vector256<byte> bytes) =>
        Vector256.Equals(bytes, Vector256.Create((byte)'"')) | Vector256.Equals(bytes, Vector256.Create((byte)'\r'));

    /// <summary>A bit for each byte that is this sign, the first in the lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Of(byte sign, Vector256<byte> one, Vector256<byte> two) =>
        Vector256.Equals(one, Vector256.Create(sign)).ExtractMostSignificantBits() | (ulong)Vector256.Equals(two, Vector256.Create(sign)).ExtractMostSignificantBits() << 32;
}
