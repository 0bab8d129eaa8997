using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Ita.Intake.Cells;

/// <summary>Reads a number of one to three digits and two decimals, as nearly every score is written, all digits at once: 4.50, 94.23, 100.00.</summary>
/// <remarks>Whether the next score of a file has four, five or six signs cannot be foreseen, so that a loop over them waits at each end.</remarks>
internal static class TwoDecimals
{
    private const ulong Zeros = 0x3030303030303030;
    private const ulong Point = '.' ^ '0';
    private const int PointAt = 5 * 8;
    private const ulong BeforePoint = (1UL << PointAt) - 1;
    private const ulong BehindPoint = ~((1UL << (PointAt + 8)) - 1);

    /// <param name="hundredths">The number a hundred times.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> cell, out int hundredths)
    {
        hundredths = 0;
        if (cell.Length is < 4 or > 6)
        {
            return false;
        }

        // The sign at the start in the lowest byte; two looks that overlap see them all.
        var signs = BinaryPrimitives.ReadUInt32LittleEndian(cell) | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(cell[^4..]) << (8 * (cell.Length - 4));
        var missing = 8 * (8 - cell.Length);
        var values = (signs ^ Zeros >> missing) << missing;
        var digits = (values & BeforePoint) << 8 | values & BehindPoint;
        if ((values >> PointAt & 0xFF) != Point || !AreDigits(digits))
        {
            return false;
        }

        hundredths = NumberOf(digits);
        return true;
    }

    /// <summary>Whether each byte is 0 to 9.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreDigits(ulong values) => ((values | unchecked(values + 0x7676767676767676)) & 0x8080808080808080) == 0;

    /// <summary>Eight digits, the highest in the lowest byte: pairs, then fours, then all, each by one multiplication.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NumberOf(ulong digits) => unchecked((int)NumberOfPairs(digits * 10 + (digits >> 8)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong NumberOfPairs(ulong pairs) => unchecked(
        (pairs & 0x000000FF000000FF) * 0x000F424000000064 + (pairs >> 16 & 0x000000FF000000FF) * 0x0000271000000001) >> 32;
}
