using Ita.Intake.Decoding;

namespace Ita.Intake.Workbooks;

/// <summary>One part of a workbook as it unpacks. How much may come at a stretch is bounded, besides how much in all.</summary>
/// <remarks>
/// The XML reader gives out text in pieces, but a name, an attribute or a CDATA section only as a whole: without this bound a
/// workbook of 2 MB makes it hold gigabytes.
/// </remarks>
internal sealed class PartStream(Stream source, Action<int> take) : ForwardStream
{
    /// <summary>Far more than any spreadsheet program writes into one tag.</summary>
    private const int LongestStretch = 4 * 1024 * 1024;

    private int stretch;

    /// <summary>Whatever was read so far has been understood.</summary>
    public void BeginStretch() => stretch = 0;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="WorkbookException">More was asked for than the limits allow.</exception>
    public override int Read(Span<byte> buffer)
    {
        var count = source.Read(buffer);
        take(count);
        stretch += count;
        return stretch <= LongestStretch
            ? count
            : throw WorkbookException.TooLarge(FormattableString.Invariant($"> {LongestStretch:#,0}"), LongestStretch);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
