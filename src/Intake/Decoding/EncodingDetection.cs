using System.Buffers;
using System.Text.Unicode;

namespace Ita.Intake.Decoding;

/// <summary>Finds the encoding by the byte order mark, else by the first bytes beyond ASCII.</summary>
internal static class EncodingDetection
{
    private const int ThaiCodePage = 874;

    /// <summary>Bytes beyond ASCII that are no character of Windows-874.</summary>
    private static readonly SearchValues<byte> NoThaiLetter = SearchValues.Create(
        [0x81, 0x82, 0x83, 0x84, .. Range(0x86, 0x90), .. Range(0x98, 0x9F), .. Range(0xDB, 0xDE), .. Range(0xFC, 0xFF)]);

    /// <summary>The decoder for the file's byte order mark; null when there is none.</summary>
    /// <param name="markLength">In bytes; 0 when there is none.</param>
    public static BlockDecoder? FromMark(ReadOnlySpan<byte> start, out int markLength)
    {
        BlockDecoder? decoder = start switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new Utf8Blocks(EncodingEvidence.ByteOrderMark),
            [0xFF, 0xFE, ..] => new TranscodedBlocks(Encoding.Unicode, TextEncoding.Utf16LittleEndian, EncodingEvidence.ByteOrderMark),
            [0xFE, 0xFF, ..] => new TranscodedBlocks(
                Encoding.BigEndianUnicode, TextEncoding.Utf16BigEndian, EncodingEvidence.ByteOrderMark),
            _ => null,
        };
        markLength = decoder switch { null => 0, Utf8Blocks => 3, _ => 2 };
        return decoder;
    }

    /// <summary>Decides on the first block that is not all ASCII; null when it is neither UTF-8 nor Thai.</summary>
    public static BlockDecoder? FromBytes(ReadOnlySpan<byte> block, bool isLast)
    {
        if (Utf8.IsValid(isLast ? block : block[..Utf8Blocks.CompleteLength(block)]))
        {
            return new Utf8Blocks(EncodingEvidence.WellFormed);
        }

        return IsThai(block) ? Thai() : null;
    }

    /// <summary>The decoder that reads most of a block that is neither UTF-8 nor Thai throughout, and how many bytes it can read.</summary>
    /// <param name="known">The decoder of the blocks before; null when they were ASCII.</param>
    public static (BlockDecoder Decoder, int Count) LongestReadable(ReadOnlySpan<byte> block, BlockDecoder? known)
    {
        var (thai, utf8) = (block.IndexOfAny(NoThaiLetter), known is null ? ReadableAsUtf8(block) : 0);
        return utf8 > thai ? (new Utf8Blocks(EncodingEvidence.WellFormed), utf8) : (known ?? Thai(), thai);
    }

    private static int ReadableAsUtf8(ReadOnlySpan<byte> block)
    {
        var count = 0;
        while (count < block.Length && Rune.DecodeFromUtf8(block[count..], out _, out var used) == OperationStatus.Done)
        {
            count += used;
        }

        return count;
    }

    private static TranscodedBlocks Thai() => new(
        CodePagesEncodingProvider.Instance.GetEncoding(ThaiCodePage)!, TextEncoding.Windows874, EncodingEvidence.ThaiBytes);

    public static bool IsThai(ReadOnlySpan<byte> block) => !block.ContainsAny(NoThaiLetter);

    private static byte[] Range(int first, int last) =>
        [.. Enumerable.Range(first, last - first + 1).Select(value => (byte)value)];
}
