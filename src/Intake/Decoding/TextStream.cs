namespace Ita.Intake.Decoding;

/// <summary>
/// An uploaded file as UTF-8 without a byte order mark, read once and forward. Where the file stops being text, the stream ends
/// with <see cref="EndMark"/> and <see cref="Fault"/> has the reason, so the last row read is the row of the fault.
/// </summary>
/// <remarks>
/// The next block is read and decoded by another thread while this one is parsed. A fault ends the stream instead of throwing, because
/// the CSV parser between the stream and the rows knows nothing of our problems.
/// </remarks>
internal sealed class TextStream(Stream source, long sizeLimit) : ForwardStream
{
    /// <summary>The ASCII character SUB, which stands for what could not be read.</summary>
    public static ReadOnlySpan<byte> EndMark => [0x1A];

    private readonly TextBlocks blocks = new(source, sizeLimit);
    private byte[] text = TextBlocks.CreateBuffer();
    private byte[] spare = TextBlocks.CreateBuffer();
    private TextBlock current = new(0, IsLast: false, Fault: null, TextEncoding.Utf8, EncodingEvidence.OnlyAscii);
    private int position;
    private Task<TextBlock>? next;

    /// <summary>Why the text ends early; null when it does not.</summary>
    public TextFault? Fault => current.Fault;

    public TextEncoding Encoding => current.Encoding;

    public EncodingEvidence Evidence => current.Evidence;

    /// <summary>Reads the first block, and returns it without moving forward.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(CancellationToken cancellationToken)
    {
        await TurnAsync(cancellationToken).ConfigureAwait(false);
        return text.AsMemory(0, current.Length);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (position == current.Length && !current.IsLast)
        {
            await TurnAsync(cancellationToken).ConfigureAwait(false);
        }

        var count = Math.Min(buffer.Length, current.Length - position);
        text.AsMemory(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    /// <summary>Waits for the block that is being read: the caller may close the source afterwards.</summary>
    public override async ValueTask DisposeAsync()
    {
        if (next is not null)
        {
            // The block is no longer needed, and a failure to read it concerns no row.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask TurnAsync(CancellationToken cancellationToken)
    {
        current = await (next ?? blocks.NextAsync(spare, cancellationToken)).ConfigureAwait(false);
        (text, spare, position) = (spare, text, 0);
        next = current.IsLast ? null : Task.Run(() => blocks.NextAsync(spare, cancellationToken), cancellationToken);
    }
}
