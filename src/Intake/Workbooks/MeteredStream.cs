namespace Ita.Intake.Workbooks;

/// <summary>Bytes in memory of which only so many may be read in all, however often a reader goes back: a damaged file could keep it busy.</summary>
internal sealed class MeteredStream(byte[] bytes, long limit) : MemoryStream(bytes, writable: false)
{
    private long taken;

    public override int Read(byte[] buffer, int offset, int count) => Take(base.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Take(base.Read(buffer));

    public override int ReadByte()
    {
        Take(1);
        return base.ReadByte();
    }

    private int Take(int count)
    {
        // A read of nothing counts too, so that a reader cannot stay at the end.
        taken += Math.Max(1, count);
        return taken <= limit ? count : throw WorkbookException.TooLarge(FormattableString.Invariant($"> {limit:#,0}"), limit);
    }
}
