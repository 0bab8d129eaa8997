using System.Text;
using Ita.Intake.Problems;

namespace Ita.Intake.Decoding;

/// <summary>
/// An uploaded file as UTF-8 without byte order mark, read once, forward, in blocks. Where it stops being text it ends with
/// <see cref="EndMark"/>, and <see cref="Fault"/> says why: the last row read is the row of the fault.
/// </summary>
/// <remarks>
/// Ends instead of throwing, so that nobody between this stream and the rows has to know of our exceptions. ASCII passes
/// undecided: it reads the same in UTF-8 and Windows-874, and the first Thai letter may come late.
/// </remarks>
internal sealed class TextStream(Stream source, long sizeLimit) : ForwardStream
{
    /// <summary>The ASCII sign that stands for what could not be read.</summary>
    public static ReadOnlySpan<byte> EndMark => [0x1A];

    /// <summary>Large enough that waiting for the next block is nothing beside reading it.</summary>
    public const int BlockSize = 256 * 1024;

    private readonly byte[] raw = new byte[BlockSize];

    /// <summary>Room for what was left of the block before, a block of which each byte becomes three, and the end mark.</summary>
    private readonly byte[] text = new byte[4 * BlockSize + 1];
    private int held;
    private int start;
    private int end;
    private long size;
    private bool begun;
    private bool ended;
    private BlockDecoder? decoder;

    /// <summary>Why the text ends early; null when it does not.</summary>
    public TextFault? Fault { get; private set; }

    public TextEncoding Encoding => decoder?.Encoding ?? TextEncoding.Utf8;

    public EncodingEvidence Because => decoder?.Because ?? EncodingEvidence.OnlyAscii;

    /// <summary>The text that has been decoded and not been read yet; after <see cref="BeginAsync"/>, the file's start.</summary>
    public ReadOnlySpan<byte> Ahead => text.AsSpan(start, end - start);

    /// <summary>The text itself, of which <see cref="Ahead"/> is the part from <see cref="Start"/> on; overwritten by what follows.</summary>
    public byte[] Buffer => text;

    public int Start => start;

    public void Skip(int count) => start += count;

    /// <summary>Reads more behind <see cref="Ahead"/>; false at the end, and where nobody may want so much at once.</summary>
    public async ValueTask<bool> MoreAsync(CancellationToken cancellation)
    {
        if (ended || end - start > BlockSize)
        {
            return false;
        }

        await FillAsync(cancellation).ConfigureAwait(false);
        return true;
    }

    public ValueTask BeginAsync(CancellationToken cancellation) => FillAsync(cancellation);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (start == end && !ended)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        var count = Math.Min(buffer.Length, end - start);
        text.AsSpan(start, count).CopyTo(buffer.Span);
        start += count;
        return count;
    }

    private async ValueTask FillAsync(CancellationToken cancellation)
    {
        var wanted = raw.AsMemory(held);
        var count = await source.ReadAtLeastAsync(wanted, wanted.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        size += count;
        ended = count < wanted.Length;
        Take(raw.AsSpan(0, held + count));
        if (size > sizeLimit)
        {
            EndAt(end, ProblemCatalogue.FileTooLarge, "");
        }
    }

    private void Take(ReadOnlySpan<byte> block)
    {
        Ahead.CopyTo(text);
        (start, end, held) = (0, end - start, 0);
        var fresh = begun ? block : WithoutMark(block);
        begun = true;
        if (Fault is null && Decide(fresh))
        {
            var begin = end;
            end += Decoder(fresh).Decode(fresh, ended, text.AsSpan(begin), out var used);
            fresh[used..].CopyTo(raw);
            held = fresh.Length - used;
            EndAtFault(begin);
        }
    }

    private ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> block)
    {
        if (FileSignature.Of(block) is { } name)
        {
            EndAt(end, ProblemCatalogue.BinaryFile, name);
            return [];
        }

        decoder = EncodingDetection.ByMark(block, out var markLength);
        return decoder is null ? block : block[markLength..];
    }

    /// <summary>Whether the block can be decoded at all.</summary>
    private bool Decide(ReadOnlySpan<byte> block)
    {
        if (decoder is TranscodedBlocks)
        {
            return Encoding != TextEncoding.Windows874 || EncodingDetection.IsThai(block) || Unreadable(ProblemCatalogue.EncodingUnknown);
        }

        if (block.Contains((byte)0))
        {
            return Unreadable(ProblemCatalogue.BinaryFile);
        }

        if (decoder is not null || Ascii.IsValid(block[..Utf8Blocks.CompleteLength(block)]) && !ended || Ascii.IsValid(block))
        {
            return true;
        }

        decoder = EncodingDetection.ByLetters(block, ended);
        return decoder is not null || Unreadable(ProblemCatalogue.EncodingUnknown);
    }

    private BlockDecoder Decoder(ReadOnlySpan<byte> block) => decoder ?? AsciiSoFar;

    private static readonly Utf8Blocks AsciiSoFar = new(EncodingEvidence.OnlyAscii);

    private bool Unreadable(ProblemKind kind)
    {
        EndAt(end, kind, "NUL");
        return false;
    }

    private void EndAtFault(int begin)
    {
        var decoded = text.AsSpan(begin, end - begin);
        var lost = decoded.IndexOf("\uFFFD"u8);
        var nul = decoder is TranscodedBlocks ? decoded.IndexOf((byte)0) : -1;
        if (nul >= 0 && (lost < 0 || nul < lost))
        {
            EndAt(begin + nul, ProblemCatalogue.BinaryFile, "NUL");
        }
        else if (lost >= 0)
        {
            EndAt(begin + lost, ProblemCatalogue.BrokenCharacters, "");
        }
    }

    private void EndAt(int position, ProblemKind kind, string found)
    {
        Fault ??= new(kind, found);
        EndMark.CopyTo(text.AsSpan(position));
        end = position + EndMark.Length;
        ended = true;
    }
}

/// <param name="Found">What kind of file it is instead, where that could be told.</param>
internal sealed record TextFault(ProblemKind Kind, string Found);
