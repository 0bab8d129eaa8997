using System.IO.Compression;

namespace Ita.Intake.Workbooks;

/// <summary>How many bytes a workbook may unpack to: what its directory says is checked first, and what comes out is counted as well.</summary>
internal sealed class ExpandedBytes(IntakeLimits limits)
{
    /// <summary>A workbook that stays below this is no bomb, however well it packs.</summary>
    private const long Harmless = 10 * 1024 * 1024;

    private long taken;

    public void Check(ZipArchive archive)
    {
        var expanded = archive.Entries.Sum(entry => entry.Length);
        var packed = Math.Max(1, archive.Entries.Sum(entry => entry.CompressedLength));
        if (expanded > limits.ExpandedBytes)
        {
            throw WorkbookException.TooLarge(FormattableString.Invariant($"{expanded:#,0}"), limits.ExpandedBytes);
        }

        if (expanded > Harmless && expanded / packed > limits.ExpansionRatio)
        {
            throw WorkbookException.TooLarge(FormattableString.Invariant($"{expanded / packed} : 1"), limits.ExpansionRatio);
        }
    }

    public Stream Open(ZipArchiveEntry entry) => new Counted(entry.Open(), this);

    private void Take(int count)
    {
        taken += count;
        if (taken > limits.ExpandedBytes)
        {
            throw WorkbookException.TooLarge(FormattableString.Invariant($"> {limits.ExpandedBytes:#,0}"), limits.ExpandedBytes);
        }
    }

    private sealed class Counted(Stream source, ExpandedBytes bytes) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = source.Read(buffer);
            bytes.Take(count);
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                source.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
