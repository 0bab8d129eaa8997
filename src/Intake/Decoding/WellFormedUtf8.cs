using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace Ita.Intake.Decoding;

/// <summary>
/// Whether bytes are UTF-8, sixteen at a time. <see cref="Utf8.IsValid"/> walks letter by letter through anything beyond ASCII, and a
/// file of Thai labels is nearly all beyond ASCII.
/// </summary>
/// <remarks>
/// The method of Keiser and Lemire ("Validating UTF-8 in less than one instruction per byte", 2021): three tables, looked up by half
/// bytes of each neighbouring pair, name the mistakes that the pair may be; a mistake that all three name is one.
/// </remarks>
internal static class WellFormedUtf8
{
    private const byte TooShort = 1 << 0;
    private const byte TooLong = 1 << 1;
    private const byte Overlong3 = 1 << 2;
    private const byte TooLarge = 1 << 3;
    private const byte Surrogate = 1 << 4;
    private const byte Overlong2 = 1 << 5;
    private const byte TooLarge1000OrOverlong4 = 1 << 6;
    private const byte TwoContinuations = 1 << 7;
    private const byte Any = TooShort | TooLong | TwoContinuations;
    private const byte Large = Any | TooLarge | TooLarge1000OrOverlong4;
    private const byte Second = TooLong | Overlong2 | TwoContinuations;

    private static readonly Vector128<byte> ByFirstHigh = Vector128.Create(
        TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong,
        TwoContinuations, TwoContinuations, TwoContinuations, TwoContinuations,
        TooShort | Overlong2, TooShort, TooShort | Overlong3 | Surrogate, TooShort | TooLarge | TooLarge1000OrOverlong4);

    private static readonly Vector128<byte> ByFirstLow = Vector128.Create(
        Any | Overlong3 | Overlong2 | TooLarge1000OrOverlong4, Any | Overlong2, Any, Any, Any | TooLarge, Large, Large, Large,
        Large, Large, Large, Large, Large, Large | Surrogate, Large, Large);

    private static readonly Vector128<byte> BySecondHigh = Vector128.Create(
        TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort,
        Second | Overlong3 | TooLarge1000OrOverlong4, Second | Overlong3 | TooLarge, Second | Surrogate | TooLarge, Second | Surrogate | TooLarge,
        TooShort, TooShort, TooShort, TooShort);

    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        if (!Vector128.IsHardwareAccelerated || text.Length < 64)
        {
            return Utf8.IsValid(text);
        }

        // The tables see a letter that is cut off only by what follows it: the first and the last letters are looked at one by one.
        return Utf8.IsValid(text[..Utf8Blocks.CompleteLength(text[..16])])
            && Utf8.IsValid(text[LastLead(text)..])
            && HasNoMistake(text);
    }

    // Optimised at once: vectors are very slow before that, and a file may be read before the run-time has noticed.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool HasNoMistake(ReadOnlySpan<byte> text)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var last = (nuint)(text.Length - 16);
        var mistakes = Vector128<byte>.Zero;
        for (nuint at = 3; at < last; at += 16)
        {
            mistakes |= MistakesAt(ref start, at);
        }

        return (mistakes | MistakesAt(ref start, last)) == Vector128<byte>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> MistakesAt(ref byte start, nuint at)
    {
        var second = Vector128.LoadUnsafe(ref start, at);
        var first = Vector128.LoadUnsafe(ref start, at - 1);
        var pair = Vector128.ShuffleNative(ByFirstHigh, first >>> 4)
            & Vector128.ShuffleNative(ByFirstLow, first & Vector128.Create((byte)0x0F))
            & Vector128.ShuffleNative(BySecondHigh, second >>> 4);
        // Third and fourth bytes of a letter have to be two continuations in a row, and nothing else may.
        var third = Vector128.SubtractSaturate(Vector128.LoadUnsafe(ref start, at - 2), Vector128.Create((byte)(0xE0 - 0x80)));
        var fourth = Vector128.SubtractSaturate(Vector128.LoadUnsafe(ref start, at - 3), Vector128.Create((byte)(0xF0 - 0x80)));
        return ((third | fourth) & Vector128.Create((byte)0x80)) ^ pair;
    }

    private static int LastLead(ReadOnlySpan<byte> text)
    {
        var at = text.Length - 1;
        while (at > text.Length - 4 && (text[at] & 0xC0) == 0x80)
        {
            at--;
        }

        return at;
    }
}
