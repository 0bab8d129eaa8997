using System.Text;
using Ita.Intake.Problems;

namespace Ita.Intake.Decoding;

/// <summary>
/// An uploaded file as UTF-8 without byte order mark, read once, forward, in blocks. Where it stops being text it ends with
/// <see cref="EndMark"/>, and <see cref="Fault"/> says why: the last row read is the row of the fault.
/// </summary>
/// <remarks>
/// While one block is being understood the next is read, decoded and cut into cells on another thread, in the other of two buffers.
/// Ends instead of throwing, so that nobody between this stream and the rows has to know of our exceptions.
/// </remarks>
internal sealed class TextStream(Stream source, long sizeLimit) : ForwardStream
{
    /// <summary>The ASCII sign that stands for what could not be read.</summary>
    public static ReadOnlySpan<byte> EndMark => [0x1A];

    /// <summary>Large enough that waiting for the next block is nothing beside reading it.</summary>
    public const int BlockSize = TextBlocks.Size;

    private readonly TextBlocks blocks = new(source, sizeLimit);
    private byte[] text = TextBlocks.Room();
    private byte[] spare = TextBlocks.Room();
    private int start;
    private TextBlock current = new(0, 0, IsLast: false, Fault: null, TextEncoding.Utf8, EncodingEvidence.OnlyAscii);
    private CellPlaces? cells;
    private CellPlaces? spareCells;
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

    /// <summary>Where the rows and cells lie in the text of this block; nothing before <see cref="FindCells"/>.</summary>
    public CellPlaces? Cells => cells;

    public void Skip(int count) => start += count;

    /// <summary>Finds the cells of what is <see cref="Ahead"/>, and from now on those of each block before it is turned to.</summary>
    public void FindCells(byte delimiter, CancellationToken cancellation)
    {
        (cells, spareCells) = (new(delimiter), new(delimiter));
        if (Fault is null)
        {
            cells.Find(text, start, current.End, HasEnded);
        }

        ReadOn(cancellation);
    }

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

    /// <summary>Reads the first block.</summary>
    public async ValueTask BeginAsync(CancellationToken cancellation) => Turn(await NextAsync(cancellation).ConfigureAwait(false));

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
        Turn(await (next ?? NextAsync(cancellation)).ConfigureAwait(false));
        ReadOn(cancellation);
    }

    private void Turn(TextBlock block)
    {
        var left = Ahead;
        left.CopyTo(spare.AsSpan(block.Start - left.Length));
        (text, spare) = (spare, text);
        (cells, spareCells) = (spareCells, cells);
        (start, current) = (block.Start - left.Length, block);
    }

    private void ReadOn(CancellationToken cancellation) =>
        next = HasEnded ? null : Task.Run(() => NextAsync(cancellation), cancellation);

    private async Task<TextBlock> NextAsync(CancellationToken cancellation)
    {
        var block = await blocks.NextAsync(spare, cancellation).ConfigureAwait(false);
        if (cells is not null)
        {
            FindSpareCells(cells, block);
        }

        return block;
    }

    /// <summary>Finds the cells of the next block and of the row that the end of this one cuts in two.</summary>
    private void FindSpareCells(CellPlaces before, TextBlock block)
    {
        var left = current.End - before.Behind;
        if (!before.IsCut || block.Fault is not null || left > BlockSize)
        {
            spareCells!.FindNothing();
            return;
        }

        var begin = block.Start - left;
        text.AsSpan(before.Behind, left).CopyTo(spare.AsSpan(begin));
        spareCells!.Find(spare, begin, block.End, block.IsLast);
    }
}
