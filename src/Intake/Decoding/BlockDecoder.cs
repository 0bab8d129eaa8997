using System.Text.Unicode;

namespace Ita.Intake.Decoding;

/// <summary>Turns the blocks of a file into UTF-8, one after the other.</summary>
internal abstract class BlockDecoder(TextEncoding encoding, EncodingEvidence evidence)
{
    public TextEncoding Encoding { get; } = encoding;

    public EncodingEvidence Evidence { get; } = evidence;

    /// <param name="isLast">No block follows, so an incomplete character at the end is broken.</param>
    /// <param name="text">Three times as long as <paramref name="raw"/>: one byte may become the three bytes of U+FFFD.</param>
    /// <param name="used">How many bytes of <paramref name="raw"/> were decoded; the rest belongs before the next block.</param>
    /// <returns>How many bytes of <paramref name="text"/> were written.</returns>
    public abstract int Decode(ReadOnlySpan<byte> raw, bool isLast, Span<byte> text, out int used);
}

/// <summary>Blocks that are UTF-8 already, or ASCII while nothing else has been seen.</summary>
internal sealed class Utf8Blocks(EncodingEvidence evidence) : BlockDecoder(TextEncoding.Utf8, evidence)
{
    public override int Decode(ReadOnlySpan<byte> raw, bool isLast, Span<byte> text, out int used)
    {
        used = isLast ? raw.Length : CompleteLength(raw);
        var whole = raw[..used];
        if (Utf8.IsValid(whole))
        {
            whole.CopyTo(text);
            return used;
        }

        Utf8.FromUtf16(System.Text.Encoding.UTF8.GetString(whole), text, out _, out var written);
        return written;
    }

    /// <summary>The length without a character that the end of the block cuts in two.</summary>
    public static int CompleteLength(ReadOnlySpan<byte> raw)
    {
        for (var back = 1; back <= Math.Min(3, raw.Length); back++)
        {
            var lead = raw[^back];
            if ((lead & 0xC0) != 0x80)
            {
                return CharacterLength(lead) > back ? raw.Length - back : raw.Length;
            }
        }

        return raw.Length;
    }

    private static int CharacterLength(byte lead) => lead switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
}

/// <summary>Blocks of another encoding. Bytes that are no character there become U+FFFD.</summary>
internal sealed class TranscodedBlocks(Encoding source, TextEncoding encoding, EncodingEvidence evidence) : BlockDecoder(encoding, evidence)
{
    private readonly Decoder decoder = source.GetDecoder();
    private readonly Encoder encoder = System.Text.Encoding.UTF8.GetEncoder();
    private char[] characters = [];

    public override int Decode(ReadOnlySpan<byte> raw, bool isLast, Span<byte> text, out int used)
    {
        used = raw.Length;
        if (characters.Length < raw.Length + 2)
        {
            characters = new char[raw.Length + 2];
        }

        var count = decoder.GetChars(raw, characters, isLast);
        return encoder.GetBytes(characters.AsSpan(0, count), text, isLast);
    }
}
