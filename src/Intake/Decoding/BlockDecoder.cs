using System.Text;
using System.Text.Unicode;

namespace Ita.Intake.Decoding;

/// <summary>Turns the file's bytes, block by block, into UTF-8.</summary>
internal abstract class BlockDecoder(TextEncoding encoding, EncodingEvidence because)
{
    public TextEncoding Encoding { get; } = encoding;

    public EncodingEvidence Because { get; } = because;

    /// <param name="last">No block follows: what is incomplete now is broken.</param>
    /// <param name="used">How much of <paramref name="raw"/> is done with; the rest belongs before the next block.</param>
    /// <param name="text">May be where <paramref name="raw"/> stands, with room for three times its length.</param>
    /// <returns>How many bytes of <paramref name="text"/> were written.</returns>
    public abstract int Decode(ReadOnlySpan<byte> raw, bool last, Span<byte> text, out int used);
}

/// <summary>Bytes that are UTF-8 already (or ASCII, while nothing else has been seen).</summary>
internal sealed class Utf8Blocks(EncodingEvidence because) : BlockDecoder(TextEncoding.Utf8, because)
{
    public override int Decode(ReadOnlySpan<byte> raw, bool last, Span<byte> text, out int used)
    {
        used = last ? raw.Length : CompleteLength(raw);
        var whole = raw[..used];
        if (WellFormedUtf8.IsValid(whole))
        {
            whole.CopyTo(text);
            return used;
        }

        return CopyMarkingBreaks(whole, text);
    }

    /// <summary>The length without a letter that the end of the block cuts in two.</summary>
    public static int CompleteLength(ReadOnlySpan<byte> raw)
    {
        for (var back = 1; back <= Math.Min(3, raw.Length); back++)
        {
            var lead = raw[^back];
            if ((lead & 0xC0) != 0x80)
            {
                return Needs(lead) > back ? raw.Length - back : raw.Length;
            }
        }

        return raw.Length;
    }

    private static int Needs(byte lead) => lead switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };

    private static int CopyMarkingBreaks(ReadOnlySpan<byte> raw, Span<byte> text)
    {
        // Each broken byte may become the three bytes of U+FFFD: the text buffer is three times the raw one.
        Utf8.FromUtf16(System.Text.Encoding.UTF8.GetString(raw), text, out _, out var written);
        return written;
    }
}

/// <summary>Bytes of another encoding; what has no letter in it becomes U+FFFD.</summary>
internal sealed class TranscodedBlocks(Encoding source, TextEncoding encoding, EncodingEvidence because)
    : BlockDecoder(encoding, because)
{
    private readonly Decoder decoder = source.GetDecoder();
    private readonly Encoder encoder = System.Text.Encoding.UTF8.GetEncoder();
    private char[] letters = [];

    public override int Decode(ReadOnlySpan<byte> raw, bool last, Span<byte> text, out int used)
    {
        used = raw.Length;
        if (letters.Length < raw.Length + 2)
        {
            letters = new char[raw.Length + 2];
        }

        var count = decoder.GetChars(raw, letters, last);
        return encoder.GetBytes(letters.AsSpan(0, count), text, last);
    }
}
