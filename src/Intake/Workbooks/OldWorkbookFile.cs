namespace Ita.Intake.Workbooks;

/// <summary>
/// Finds the records of a workbook in a file of the format that Office had before 2007, which also wraps an XLSX file with a password.
/// </summary>
internal static class OldWorkbookFile
{
    private const int BlockSize = 64 * 1024;

    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[][] Documents = [.. new[] { "WordDocument", "PowerPoint Document" }.Select(Encoding.Unicode.GetBytes)];
    private static readonly byte[][] Books = [.. new[] { "Workbook", "Book" }.Select(Encoding.Unicode.GetBytes)];

    /// <exception cref="WorkbookException">The file is no workbook, asks for a password, is damaged, or is larger than the limits allow.</exception>
    public static async ValueTask<byte[]> ReadAsync(Stream upload, IntakeLimits limits, CancellationToken cancellationToken)
    {
        var file = await ReadAllAsync(upload, limits, cancellationToken).ConfigureAwait(false);
        if (Has(file, Encrypted))
        {
            throw new WorkbookException(new(ProblemCatalogue.WorkbookEncrypted));
        }

        // A document may hold a workbook, which is not what was sent.
        if (Documents.Any(name => Has(file, name)) || !Books.Any(name => Has(file, name)))
        {
            throw new WorkbookException(new Fault(ProblemCatalogue.BinaryFile).With("found", "DOC/PPT"));
        }

        var streams = new CompoundFile(file);
        return streams.Find("Workbook") ?? streams.Find("Book") ?? throw WorkbookException.Broken();
    }

    private static bool Has(byte[] file, byte[] name) => file.AsSpan().IndexOf(name) >= 0;

    /// <summary>Reads the whole file into memory, where a reader of such files may go back and forth.</summary>
    private static async ValueTask<byte[]> ReadAllAsync(Stream upload, IntakeLimits limits, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        var block = new byte[BlockSize];
        while (await upload.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)
            is > 0 and var count)
        {
            file.Write(block, 0, count);
            if (file.Length > limits.WorkbookTextBytes)
            {
                throw WorkbookException.TooLarge(FormattableString.Invariant($"> {limits.WorkbookTextBytes:#,0}"), limits.WorkbookTextBytes);
            }
        }

        return file.ToArray();
    }
}
