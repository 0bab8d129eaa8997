namespace Ita.Intake.Workbooks;

/// <summary>Files of the format that Office had before XLSX, which also wraps a workbook with a password.</summary>
internal static class OldWorkbook
{
    private const int BlockSize = 64 * 1024;

    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[] Book = Encoding.Unicode.GetBytes("Workbook");

    /// <summary>Finds why the file cannot be read, by the names of its streams, which may be anywhere in it.</summary>
    public static async ValueTask<Fault> FindFaultAsync(Stream upload, IntakeLimits limits, CancellationToken cancellationToken)
    {
        var isBook = false;
        var block = new byte[BlockSize + Encrypted.Length];
        var held = 0;
        for (var read = 0L; read < limits.FileBytes;)
        {
            var count =
                await upload.ReadAtLeastAsync(block.AsMemory(held), BlockSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            var seen = block.AsMemory(0, held + count);
            if (seen.Span.IndexOf(Encrypted) >= 0)
            {
                return new(ProblemCatalogue.WorkbookEncrypted);
            }

            isBook |= seen.Span.IndexOf(Book) >= 0;
            if (count < BlockSize)
            {
                break;
            }

            read += count;
            held = Encrypted.Length;
            seen.Span[^held..].CopyTo(block);
        }

        return isBook ? new(ProblemCatalogue.WorkbookOld) : new Fault(ProblemCatalogue.BinaryFile).With("found", "DOC/PPT");
    }
}
