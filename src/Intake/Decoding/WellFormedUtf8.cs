using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.Unicode;

namespace Ita.Intake.Decoding;

/// <summary>
/// Whether bytes are UTF-8, thirty-two at a time. <see cref="Utf8.IsValid"/> walks letter by letter through anything beyond ASCII, and a
/// file of Thai labels is nearly all beyond ASCII.
/// </summary>
/// <remarks>
/// The method of Keiser and Lemire ("Validating UTF-8 in less than one instruction per byte", 2021): three tables, looked up by half
/// bytes of each neighbouring pair, name the mistakes that the pair may be; a mistake that all three name is one.
/// </remarks>
internal static class WellFormedUtf8
{
    /// <summary>The byte that begins U+FFFD, and few letters that anybody writes.</summary>
    private const byte FirstOfLost = 0xEF;

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

    public static bool IsValid(ReadOnlySpan<byte> text) => SignsOf(text) is not TextSigns.Malformed;

    public static TextSigns SignsOf(ReadOnlySpan<byte> text)
    {
        if (!Vector128.IsHardwareAccelerated || text.Length < 64)
        {
            return Utf8.IsValid(text) ? ScalarSignsOf(text) : TextSigns.Malformed;
        }

        // The tables see a letter that is cut off only by what follows it: the first and the last letters are looked at one by one.
        return Utf8.IsValid(text[..Utf8Blocks.CompleteLength(text[..16])]) && Utf8.IsValid(text[LastLead(text)..])
            ? VectorSignsOf(text, ScalarSignsOf(text[..16]))
            : TextSigns.Malformed;
    }

    private static TextSigns ScalarSignsOf(ReadOnlySpan<byte> text)
    {
        var signs = TextSigns.None;
        foreach (var sign in text)
        {
            signs |= sign switch { 0 or FirstOfLost => TextSigns.Odd, >= 0x80 => TextSigns.BeyondAscii, _ => TextSigns.None };
        }

        return signs;
    }

    // Optimised at once: vectors are very slow before that, and a file may be read before the run-time has noticed.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TextSigns VectorSignsOf(ReadOnlySpan<byte> text, TextSigns atStart)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var last = (nuint)(text.Length - Vector256<byte>.Count);
        var (mistakes, odd, all) = (Vector256<byte>.Zero, Vector256<byte>.Zero, Vector256<byte>.Zero);
        for (nuint at = 3; ; at += (nuint)Vector256<byte>.Count)
        {
            at = at < last ? at : last;
            var bytes = Vector256.LoadUnsafe(ref start, at);
            mistakes |= MistakesAt(ref start, at, bytes);
            odd |= Vector256.Equals(bytes, Vector256<byte>.Zero) | Vector256.Equals(bytes, Vector256.Create(FirstOfLost));
            all |= bytes;
            if (at == last)
            {
                break;
            }
        }

        return mistakes != Vector256<byte>.Zero
            ? TextSigns.Malformed
            : atStart
                | (odd != Vector256<byte>.Zero ? TextSigns.Odd : TextSigns.None)
                | (all.ExtractMostSignificantBits() != 0 ? TextSigns.BeyondAscii : TextSigns.None);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> MistakesAt(ref byte start, nuint at, Vector256<byte> second)
    {
        var first = Vector256.LoadUnsafe(ref start, at - 1);
        var pair = Looked(ByFirstHigh, first >>> 4)
            & Looked(ByFirstLow, first & Vector256.Create((byte)0x0F))
            & Looked(BySecondHigh, second >>> 4);
        // Third and fourth bytes of a letter have to be two continuations in a row, and nothing else may.
        var third = Vector256.SubtractSaturate(Vector256.LoadUnsafe(ref start, at - 2), Vector256.Create((byte)(0xE0 - 0x80)));
        var fourth = Vector256.SubtractSaturate(Vector256.LoadUnsafe(ref start, at - 3), Vector256.Create((byte)(0xF0 - 0x80)));
        return ((third | fourth) & Vector256.Create((byte)0x80)) ^ pair;
    }

    /// <summary>What the table has for each half byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Looked(Vector128<byte> table, Vector256<byte> at) => Avx2.IsSupported
        ? Avx2.Shuffle(Vector256.Create(table, table), at)
        : Vector256.Create(Vector128.ShuffleNative(table, at.GetLower()), Vector128.ShuffleNative(table, at.GetUpper()));

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

/// <summary>What one look at some bytes tells of them as UTF-8.</summary>
[Flags]
internal enum TextSigns
{
    None = 0,

    /// <summary>Not all are ASCII.</summary>
    BeyondAscii = 1,

    /// <summary>A NUL is among them, or what may be U+FFFD.</summary>
    Odd = 2,

    /// <summary>They are no UTF-8; nothing else is told then.</summary>
    Malformed = 4,
}
