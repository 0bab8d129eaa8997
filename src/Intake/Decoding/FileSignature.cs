namespace Ita.Intake.Decoding;

/// <summary>The first bytes by which files that are no text are known.</summary>
internal static class FileSignature
{
    private static readonly (byte[] Start, string Name)[] Known =
    [
        ("PK\u0003\u0004"u8.ToArray(), "ZIP/XLSX"),
        ([0xD0, 0xCF, 0x11, 0xE0], "XLS/DOC"),
        ("%PDF"u8.ToArray(), "PDF"),
        ([0x1F, 0x8B], "GZIP"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "PNG"),
        ([0xFF, 0xD8, 0xFF], "JPEG"),
        ("Rar!"u8.ToArray(), "RAR"),
        ("7z"u8.ToArray().Concat(new byte[] { 0xBC, 0xAF }).ToArray(), "7Z"),
    ];

    /// <summary>What the file is, or null when it may be text.</summary>
    public static string? Of(ReadOnlySpan<byte> start)
    {
        foreach (var (bytes, name) in Known)
        {
            if (start.StartsWith(bytes))
            {
                return name;
            }
        }

        return null;
    }
}
