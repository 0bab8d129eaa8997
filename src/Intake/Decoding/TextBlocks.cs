using System.Text;
using Ita.Intake.Problems;

namespace Ita.Intake.Decoding;

/// <summary>One block of an uploaded file as UTF-8, and all that is known of the file with it.</summary>
/// <param name="Start">Where the text begins in the buffer, with room before it for what was left of the block before.</param>
/// <param name="Fault">Why the text ends early; null when it does not.</param>
internal sealed record TextBlock(int Start, int End, bool IsLast, TextFault? Fault, TextEncoding Encoding, EncodingEvidence Because);

/// <param name="Found">What kind of file it is instead, where that could be told.</param>
internal sealed record TextFault(ProblemKind Kind, string Found);

/// <summary>Reads the blocks of an uploaded file, one after the other, and decodes each where it stands.</summary>
/// <remarks>
/// ASCII passes undecided: it reads the same in UTF-8 and Windows-874, and the first Thai letter may come late.
/// </remarks>
internal sealed class TextBlocks(Stream source, long sizeLimit)
{
    public const int Size = 256 * 1024;

    /// <summary>What may be looked at before the text and behind it, so that vectors need no last steps of their own.</summary>
    public const int Slack = 128;

    /// <summary>Where each block is put, with room before it for what was left of the one before.</summary>
    private const int Place = Slack + Size;

    private static readonly Utf8Blocks AsciiSoFar = new(EncodingEvidence.OnlyAscii);

    private BlockDecoder? decoder;
    private TextFault? fault;

    /// <summary>The start of a letter that the end of the block before cut in two.</summary>
    private byte[] held = [];
    private long size;
    private int end;
    private bool begun;
    private bool ended;

    /// <summary>A buffer for what was left of the block before, a block of which each byte becomes three, the end mark and slack at both ends.</summary>
    public static byte[] Room() => new byte[Place + 3 * Size + TextStream.EndMark.Length + Slack];

    /// <param name="buffer">See <see cref="Room"/>; nobody else touches it meanwhile.</param>
    public async Task<TextBlock> NextAsync(byte[] buffer, CancellationToken cancellation)
    {
        held.CopyTo(buffer.AsSpan(Place));
        var wanted = buffer.AsMemory(Place + held.Length, Size - held.Length);
        var count = await source.ReadAtLeastAsync(wanted, wanted.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        size += count;
        ended = count < wanted.Length;
        var begin = Take(buffer, held.Length + count);
        if (size > sizeLimit)
        {
            EndAt(buffer, end, ProblemCatalogue.FileTooLarge, "");
        }

        return new(begin, end, ended, fault, Encoding, Because);
    }

    private TextEncoding Encoding => (decoder ?? AsciiSoFar).Encoding;

    private EncodingEvidence Because => (decoder ?? AsciiSoFar).Because;

    /// <returns>Where the text of the block begins.</returns>
    private int Take(byte[] buffer, int length)
    {
        var begin = end = Place;
        if (!begun)
        {
            begun = true;
            var mark = MarkLength(buffer, length);
            (begin, end) = (begin + mark, end + mark);
        }

        var fresh = buffer.AsSpan(begin, Place + length - begin);
        if (fault is null && IsPlain(fresh, out var whole))
        {
            end += whole;
            held = fresh[whole..].ToArray();
        }
        else if (fault is null && Decide(buffer, fresh))
        {
            end += (decoder ?? AsciiSoFar).Decode(fresh, ended, buffer.AsSpan(begin), out var used);
            held = used == fresh.Length ? [] : fresh[used..].ToArray();
            EndAtFault(buffer, begin);
        }

        return begin;
    }

    /// <summary>Whether the block is UTF-8 with nothing to look at again, as nearly every block is.</summary>
    private bool IsPlain(ReadOnlySpan<byte> block, out int length)
    {
        length = ended ? block.Length : Utf8Blocks.CompleteLength(block);
        return decoder is not TranscodedBlocks && WellFormedUtf8.SignsOf(block[..length]) switch
        {
            TextSigns.None => true,
            TextSigns.BeyondAscii => decoder is not null,
            _ => false,
        };
    }

    private int MarkLength(byte[] buffer, int length)
    {
        var block = buffer.AsSpan(Place, length);
        if (FileSignature.Of(block) is { } name)
        {
            EndAt(buffer, Place, ProblemCatalogue.BinaryFile, name);
            return 0;
        }

        decoder = EncodingDetection.ByMark(block, out var markLength);
        return decoder is null ? 0 : markLength;
    }

    /// <summary>Whether the block can be decoded at all.</summary>
    private bool Decide(byte[] buffer, ReadOnlySpan<byte> block)
    {
        if (decoder is TranscodedBlocks)
        {
            return Encoding != TextEncoding.Windows874 || EncodingDetection.IsThai(block) || Unreadable(buffer, ProblemCatalogue.EncodingUnknown);
        }

        if (block.Contains((byte)0))
        {
            return Unreadable(buffer, ProblemCatalogue.BinaryFile);
        }

        if (decoder is not null || Ascii.IsValid(block[..Utf8Blocks.CompleteLength(block)]) && !ended || Ascii.IsValid(block))
        {
            return true;
        }

        decoder = EncodingDetection.ByLetters(block, ended);
        return decoder is not null || Unreadable(buffer, ProblemCatalogue.EncodingUnknown);
    }

    private bool Unreadable(byte[] buffer, ProblemKind kind)
    {
        EndAt(buffer, end, kind, "NUL");
        return false;
    }

    private void EndAtFault(byte[] buffer, int begin)
    {
        var decoded = buffer.AsSpan(begin, end - begin);
        var lost = decoded.IndexOf("\uFFFD"u8);
        var nul = decoder is TranscodedBlocks ? decoded.IndexOf((byte)0) : -1;
        if (nul >= 0 && (lost < 0 || nul < lost))
        {
            EndAt(buffer, begin + nul, ProblemCatalogue.BinaryFile, "NUL");
        }
        else if (lost >= 0)
        {
            EndAt(buffer, begin + lost, ProblemCatalogue.BrokenCharacters, "");
        }
    }

    private void EndAt(byte[] buffer, int position, ProblemKind kind, string found)
    {
        fault ??= new(kind, found);
        TextStream.EndMark.CopyTo(buffer.AsSpan(position));
        end = position + TextStream.EndMark.Length;
        ended = true;
    }
}
