using Ita.Intake.Decoding;

namespace Ita.Intake.Tests;

/// <summary>A file that starts well and goes on with one line of x.</summary>
internal sealed class EndlessLine(byte[] start, long length) : ForwardStream
{
    public long Given { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = (int)Math.Min(buffer.Length, length - Given);
        var span = buffer.Span[..count];
        span.Fill((byte)'x');
        if (Given < start.Length)
        {
            var head = start.AsSpan((int)Given);
            head[..Math.Min(head.Length, count)].CopyTo(span);
        }

        Given += count;
        return ValueTask.FromResult(count);
    }
}
