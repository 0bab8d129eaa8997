using System.IO.Compression;

namespace Ita.Reports.Word;

/// <summary>Removes the times from the entries of a ZIP file, so that the same content gives the same file.</summary>
internal static class ZipDates
{
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Removed(byte[] file)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries)
            {
                entry.LastWriteTime = Earliest;
            }
        }

        return stream.ToArray();
    }
}
