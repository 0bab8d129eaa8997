using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Ita.Intake.Decoding;

/// <summary>Tells the encoding from a mark at the start, else from the first bytes beyond ASCII.</summary>
internal static class EncodingDetection
{
    private const int ThaiCodePage = 874;

    /// <summary>Bytes beyond ASCII that Windows-874 gives no letter.</summary>
    private static readonly SearchValues<byte> NoThaiLetter = SearchValues.Create(
        [0x81, 0x82, 0x83, 0x84, .. Range(0x86, 0x90), .. Range(0x98, 0x9F), .. Range(0xDB, 0xDE), .. Range(0xFC, 0xFF)]);

    /// <summary>The decoder that the file's first bytes ask for, and how long their mark is; null when there is none.</summary>
    public static BlockDecoder? ByMark(ReadOnlySpan<byte> start, out int markLength)
    {
        markLength = start.StartsWith(Encoding.UTF8.Preamble) ? 3 : 2;
        return start switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new Utf8Blocks(EncodingEvidence.ByteOrderMark),
            [0xFF, 0xFE, ..] => new TranscodedBlocks(Encoding.Unicode, TextEncoding.Utf16LittleEndian, EncodingEvidence.ByteOrderMark),
            [0xFE, 0xFF, ..] => new TranscodedBlocks(
                Encoding.BigEndianUnicode, TextEncoding.Utf16BigEndian, EncodingEvidence.ByteOrderMark),
            _ => null,
        };
    }

    /// <summary>Decides on the first block that is not all ASCII; null when it is neither UTF-8 nor Thai.</summary>
    public static BlockDecoder? ByLetters(ReadOnlySpan<byte> block, bool last)
    {
        if (Utf8.IsValid(last ? block : block[..Utf8Blocks.CompleteLength(block)]))
        {
            return new Utf8Blocks(EncodingEvidence.WellFormed);
        }

        return IsThai(block)
            ? new TranscodedBlocks(
                CodePagesEncodingProvider.Instance.GetEncoding(ThaiCodePage)!, TextEncoding.Windows874, EncodingEvidence.ThaiBytes)
            : null;
    }

    public static bool IsThai(ReadOnlySpan<byte> block) => !block.ContainsAny(NoThaiLetter);

    private static byte[] Range(int first, int last) =>
        [.. Enumerable.Range(first, last - first + 1).Select(value => (byte)value)];
}
