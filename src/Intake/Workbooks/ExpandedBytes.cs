using System.IO.Compression;

namespace Ita.Intake.Workbooks;

/// <summary>How many bytes a workbook may unpack to: what its directory says is checked first, and what comes out is counted as well.</summary>
internal sealed class ExpandedBytes(IntakeLimits limits)
{
    /// <summary>A workbook below this size is accepted at any ratio.</summary>
    private const long Harmless = 10 * 1024 * 1024;

    private long taken;

    public void Check(ZipArchive archive)
    {
        // Decimals: the sizes are the file's own word, and a long cannot hold the sum of the largest of them.
        var expanded = archive.Entries.Sum(entry => (decimal)entry.Length);
        var packed = Math.Max(1, archive.Entries.Sum(entry => (decimal)entry.CompressedLength));
        if (expanded > limits.ExpandedBytes)
        {
            throw WorkbookException.TooLarge(FormattableString.Invariant($"{expanded:#,0}"), limits.ExpandedBytes);
        }

        if (expanded > Harmless && expanded / packed > limits.ExpansionRatio)
        {
            throw WorkbookException.TooLarge(FormattableString.Invariant($"{expanded / packed:0} : 1"), limits.ExpansionRatio);
        }
    }

    public PartStream Open(ZipArchiveEntry entry) => new(entry.Open(), Take);

    private void Take(int count)
    {
        taken += count;
        if (taken > limits.ExpandedBytes)
        {
            throw WorkbookException.TooLarge(FormattableString.Invariant($"> {limits.ExpandedBytes:#,0}"), limits.ExpandedBytes);
        }
    }
}
