namespace Ita.Intake.Workbooks;

/// <summary>An upload kept in a temporary file, because the directory of a workbook is at its end. Deleted when closed.</summary>
internal static class WorkbookSpool
{
    private const int BlockSize = 64 * 1024;

    /// <summary>The first bytes of each entry of a workbook's directory.</summary>
    private static ReadOnlySpan<byte> EntryMark => "PK\u0001\u0002"u8;

    /// <exception cref="WorkbookException">The upload is longer, or has more entries, than the limits allow.</exception>
    public static async ValueTask<FileStream> CreateAsync(Stream upload, IntakeLimits limits, CancellationToken cancellationToken)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BlockSize, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var isFilled = false;
        try
        {
            await FillAsync(file, upload, limits, cancellationToken).ConfigureAwait(false);
            file.Position = 0;
            isFilled = true;
            return file;
        }
        finally
        {
            if (!isFilled)
            {
                await file.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask FillAsync(FileStream file, Stream upload, IntakeLimits limits, CancellationToken cancellationToken)
    {
        var block = new byte[BlockSize];
        var entries = 0;
        while (await upload.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)
            is > 0 and var count)
        {
            // Counted before anything reads the directory into memory. A mark across two blocks is missed; so few do no harm.
            entries += block.AsSpan(0, count).Count(EntryMark);
            await file.WriteAsync(block.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            Check(file.Length, entries, limits);
        }
    }

    private static void Check(long bytes, int entries, IntakeLimits limits)
    {
        if (bytes > limits.FileBytes)
        {
            throw new WorkbookException(
                new Fault(ProblemCatalogue.FileTooLarge).With("limit", limits.FileBytes.ToString("#,0", CultureInfo.InvariantCulture)));
        }

        if (entries > limits.WorkbookEntries)
        {
            throw WorkbookException.TooLarge(FormattableString.Invariant($"> {entries:#,0}"), limits.WorkbookEntries);
        }
    }
}
