namespace Ita.Intake.Decoding;

/// <summary>Recognises files that are not text by their first bytes.</summary>
internal static class FileSignature
{
    /// <summary>A ZIP archive, as an XLSX workbook is.</summary>
    public const string Packed = "ZIP/XLSX";

    /// <summary>The format of Office before XLSX, also used for workbooks with a password.</summary>
    public const string OldOffice = "XLS/DOC";

    /// <summary>The records of Excel 2, 3 and 4, which are not wrapped in any other format.</summary>
    public const string OldestWorkbook = "XLS";

    private const string Markup = "HTML/XML";

    /// <summary>How many bytes at least to look at.</summary>
    public const int LongestStart = 8;

    private static readonly (byte[] Start, string Name)[] Known =
    [
        ("PK\u0003\u0004"u8.ToArray(), Packed),
        ([0xD0, 0xCF, 0x11, 0xE0], OldOffice),
        ([0x09, 0x00, 0x04, 0x00], OldestWorkbook),
        ([0x09, 0x02, 0x06, 0x00], OldestWorkbook),
        ([0x09, 0x04, 0x06, 0x00], OldestWorkbook),
        ("MIME-Ver"u8.ToArray(), "MHTML"),
        ("%PDF"u8.ToArray(), "PDF"),
        ([0x1F, 0x8B], "GZIP"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "PNG"),
        ([0xFF, 0xD8, 0xFF], "JPEG"),
        ("Rar!"u8.ToArray(), "RAR"),
        ("7z"u8.ToArray().Concat(new byte[] { 0xBC, 0xAF }).ToArray(), "7Z"),
    ];

    /// <summary>What the file is, or null when it may be text.</summary>
    public static string? Find(ReadOnlySpan<byte> start)
    {
        foreach (var (bytes, name) in Known)
        {
            if (start.StartsWith(bytes))
            {
                return name;
            }
        }

        return IsMarkup(start) ? Markup : null;
    }

    /// <summary>A web page or the like that some system has named .xls. No header begins so.</summary>
    private static bool IsMarkup(ReadOnlySpan<byte> start)
    {
        var text = start.StartsWith(Encoding.UTF8.Preamble) ? start[Encoding.UTF8.Preamble.Length..] : start;
        return text.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
    }
}
