using System.Text;
using Ita.Intake.Problems;

namespace Ita.Intake.Decoding;

/// <summary>
/// An uploaded file as UTF-8 without byte order mark, read once, forward, in blocks. Where it stops being text it ends with
/// <see cref="EndMark"/>, and <see cref="Fault"/> says why: the last row read is the row of the fault.
/// </summary>
/// <remarks>
/// While one block is being understood the next is read and decoded on another thread, in the other of two buffers. Ends instead of
/// throwing, so that nobody between this stream and the rows has to know of our exceptions.
/// </remarks>
internal sealed class TextStream(Stream source, long sizeLimit) : ForwardStream
{
    /// <summary>The ASCII sign that stands for what could not be read.</summary>
    public static ReadOnlySpan<byte> EndMark => [0x1A];

    /// <summary>Large enough that waiting for the next block is nothing beside reading it.</summary>
    public const int BlockSize = TextBlocks.Size;

    /// <summary>What may be looked at behind the end of <see cref="Ahead"/>, so that vectors need no last steps of their own.</summary>
    public const int Slack = TextBlocks.Slack;

    private readonly TextBlocks blocks = new(source, sizeLimit);
    private byte[] text = TextBlocks.Room();
    private byte[] spare = TextBlocks.Room();
    private int start;
    private TextBlock current = new(0, 0, IsLast: false, Fault: null, TextEncoding.Utf8, EncodingEvidence.OnlyAscii);
    private Task<TextBlock>? next;

    /// <summary>Why the text ends early; null when it does not.</summary>
    public TextFault? Fault => current.Fault;

    /// <summary>Whether nothing follows what is <see cref="Ahead"/>.</summary>
    public bool HasEnded => current.IsLast;

    public TextEncoding Encoding => current.Encoding;

    public EncodingEvidence Because => current.Because;

    /// <summary>The text that has been decoded and not been read yet; after <see cref="BeginAsync"/>, the file's start.</summary>
    public ReadOnlySpan<byte> Ahead => text.AsSpan(start, current.End - start);

    /// <summary>The text itself, of which <see cref="Ahead"/> is the part from <see cref="Start"/> on; overwritten by what follows.</summary>
    public byte[] Buffer => text;

    public int Start => start;

    public void Skip(int count) => start += count;

    /// <summary>Reads more behind <see cref="Ahead"/>; false at the end, and where nobody may want so much at once.</summary>
    public async ValueTask<bool> MoreAsync(CancellationToken cancellation)
    {
        if (HasEnded || Ahead.Length > BlockSize)
        {
            return false;
        }

        await TurnAsync(cancellation).ConfigureAwait(false);
        return true;
    }

    public ValueTask BeginAsync(CancellationToken cancellation) => TurnAsync(cancellation);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (Ahead.IsEmpty && !HasEnded)
        {
            await TurnAsync(cancellationToken).ConfigureAwait(false);
        }

        var count = Math.Min(buffer.Length, Ahead.Length);
        Ahead[..count].CopyTo(buffer.Span);
        start += count;
        return count;
    }

    /// <summary>Waits for the block that is being read, if any: whoever owns the source may close it then.</summary>
    public override async ValueTask DisposeAsync()
    {
        if (next is not null)
        {
            // Nobody wants that block any more, nor what went wrong with it.
            await next.ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Turns to the next block, what is left of this one before it.</summary>
    private async ValueTask TurnAsync(CancellationToken cancellation)
    {
        var block = await (next ?? blocks.NextAsync(spare, cancellation)).ConfigureAwait(false);
        var left = Ahead;
        left.CopyTo(spare.AsSpan(block.Start - left.Length));
        (text, spare) = (spare, text);
        (start, current) = (block.Start - left.Length, block);
        next = block.IsLast ? null : Task.Run(() => blocks.NextAsync(spare, cancellation), cancellation);
    }
}
