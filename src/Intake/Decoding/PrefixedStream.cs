namespace Ita.Intake.Decoding;

/// <summary>A stream whose first bytes have been read already.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : ForwardStream
{
    private ReadOnlyMemory<byte> ahead = prefix;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (ahead.IsEmpty)
        {
            return rest.ReadAsync(buffer, cancellationToken);
        }

        var count = Math.Min(buffer.Length, ahead.Length);
        ahead[..count].CopyTo(buffer);
        ahead = ahead[count..];
        return ValueTask.FromResult(count);
    }
}
