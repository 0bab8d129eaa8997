using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ita.Intake.Cells;

/// <summary>
/// Whether two cells are spelt alike, without a call: the run-time's own comparison is slow until it has been called often enough to be
/// optimised, and by then a file is half read.
/// </summary>
internal static class SameBytes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Are(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        ref var first = ref MemoryMarshal.GetReference(one);
        ref var second = ref MemoryMarshal.GetReference(other);
        var length = (nuint)one.Length;
        return length switch
        {
            >= 16 => AreLong(ref first, ref second, length),
            // Two looks that overlap see every byte.
            >= 8 => Eight(ref first, 0) == Eight(ref second, 0) && Eight(ref first, length - 8) == Eight(ref second, length - 8),
            >= 4 => Four(ref first, 0) == Four(ref second, 0) && Four(ref first, length - 4) == Four(ref second, length - 4),
            0 => true,
            _ => first == second && Unsafe.Add(ref first, length / 2) == Unsafe.Add(ref second, length / 2) && Unsafe.Add(ref first, length - 1) == Unsafe.Add(ref second, length - 1),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreLong(ref byte first, ref byte second, nuint length)
    {
        var last = length - 16;
        for (nuint at = 0; at < last; at += 16)
        {
            if (Vector128.LoadUnsafe(ref first, at) != Vector128.LoadUnsafe(ref second, at))
            {
                return false;
            }
        }

        return Vector128.LoadUnsafe(ref first, last) == Vector128.LoadUnsafe(ref second, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Eight(ref byte start, nuint at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Four(ref byte start, nuint at) => Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, at));
}
