namespace Ita.Intake.Decoding;

/// <summary>One block of an uploaded file as UTF-8, and what is known of the file once it has been read.</summary>
/// <param name="Length">How many bytes of the buffer are text.</param>
/// <param name="Fault">Why the text ends early; null when it does not.</param>
internal sealed record TextBlock(int Length, bool IsLast, TextFault? Fault, TextEncoding Encoding, EncodingEvidence Evidence);

/// <param name="Found">The format of the file instead, where it is known.</param>
internal sealed record TextFault(ProblemKind Kind, string Found);

/// <summary>Reads the blocks of an uploaded file, one after the other, and decodes each.</summary>
/// <remarks>The encoding stays open while everything is ASCII, which is the same in UTF-8 and Windows-874: the first Thai letter may come
/// late.</remarks>
internal sealed class TextBlocks(Stream source, long sizeLimit)
{
    public const int Size = 256 * 1024;

    private static readonly Utf8Blocks AsciiSoFar = new(EncodingEvidence.OnlyAscii);

    private readonly byte[] raw = new byte[Size];
    private BlockDecoder? decoder;
    private TextFault? fault;

    /// <summary>Bytes at the start of <see cref="raw"/>: a character that the end of the block before cut in two.</summary>
    private int held;
    private long size;
    private bool hasBegun;
    private bool isLast;

    /// <summary>A buffer for the text of a block: each byte may become three, and the end mark may follow.</summary>
    public static byte[] CreateBuffer() => new byte[(3 * Size) + TextStream.EndMark.Length];

    /// <param name="text">See <see cref="CreateBuffer"/>.</param>
    public async Task<TextBlock> NextAsync(byte[] text, CancellationToken cancellationToken)
    {
        var free = raw.AsMemory(held);
        var count = await source.ReadAtLeastAsync(free, free.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        size += count;
        isLast = count < free.Length;
        var length = Decode(raw.AsSpan(0, held + count), text);
        if (fault is null && size > sizeLimit)
        {
            length = EndAt(text, length, ProblemCatalogue.FileTooLarge, "");
        }

        var known = decoder ?? AsciiSoFar;
        return new(length, isLast, fault, known.Encoding, known.Evidence);
    }

    /// <returns>How many bytes of <paramref name="text"/> were written.</returns>
    private int Decode(ReadOnlySpan<byte> block, byte[] text)
    {
        if (!hasBegun)
        {
            hasBegun = true;
            if (FileSignature.Find(block) is { } name)
            {
                return EndAt(text, 0, ProblemCatalogue.BinaryFile, name);
            }

            decoder = EncodingDetection.FromMark(block, out var markLength);
            block = block[markLength..];
        }

        if (WhyUnreadable(block) is { } reason)
        {
            return reason == ProblemCatalogue.EncodingUnknown
                ? EndAt(text, DecodeReadable(block, text), reason, "")
                : EndAt(text, 0, reason, "NUL");
        }

        var length = (decoder ?? AsciiSoFar).Decode(block, isLast, text, out var used);
        held = block.Length - used;
        block[used..].CopyTo(raw);
        return CutAtFault(text, length);
    }

    /// <summary>Decodes a block up to the bytes that are no character of its encoding, so that the line of the fault is known.</summary>
    private int DecodeReadable(ReadOnlySpan<byte> block, byte[] text)
    {
        var (reading, count) = EncodingDetection.LongestReadable(block, decoder);
        return reading.Decode(block[..count], isLast: true, text, out _);
    }

    /// <summary>Decides on the encoding as soon as the bytes allow it.</summary>
    /// <returns>Why the block cannot be decoded; null when it can.</returns>
    private ProblemKind? WhyUnreadable(ReadOnlySpan<byte> block)
    {
        if (decoder is TranscodedBlocks)
        {
            return decoder.Encoding != TextEncoding.Windows874 || EncodingDetection.IsThai(block) ? null : ProblemCatalogue.EncodingUnknown;
        }

        if (block.Contains((byte)0))
        {
            return ProblemCatalogue.BinaryFile;
        }

        if (decoder is null && !Ascii.IsValid(isLast ? block : block[..Utf8Blocks.CompleteLength(block)]))
        {
            decoder = EncodingDetection.FromBytes(block, isLast);
            return decoder is null ? ProblemCatalogue.EncodingUnknown : null;
        }

        return null;
    }

    /// <summary>Ends the text at the first character that was lost, or at a NUL that the file's own encoding had.</summary>
    private int CutAtFault(byte[] text, int length)
    {
        var decoded = text.AsSpan(0, length);
        var lost = decoded.IndexOf("\uFFFD"u8);
        var nul = decoder is TranscodedBlocks ? decoded.IndexOf((byte)0) : -1;
        if (nul >= 0 && (lost < 0 || nul < lost))
        {
            return EndAt(text, nul, ProblemCatalogue.BinaryFile, "NUL");
        }

        return lost < 0 ? length : EndAt(text, lost, ProblemCatalogue.BrokenCharacters, "");
    }

    private int EndAt(byte[] text, int length, ProblemKind kind, string found)
    {
        fault = new(kind, found);
        isLast = true;
        TextStream.EndMark.CopyTo(text.AsSpan(length));
        return length + TextStream.EndMark.Length;
    }
}
