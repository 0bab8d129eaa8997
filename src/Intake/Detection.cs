namespace Ita.Intake;

public enum FileFormat
{
    /// <summary>Delimited text.</summary>
    Csv,
    Xlsx,

    /// <summary>The format of Excel before XLSX.</summary>
    Xls,
}

public enum TextEncoding
{
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,

    /// <summary>Windows-874, of which TIS-620 is a part: Thai in single bytes.</summary>
    Windows874,
}

/// <summary>How the encoding was found.</summary>
public enum EncodingEvidence
{
    /// <summary>The file has only ASCII, which is the same in every encoding without a byte order mark.</summary>
    OnlyAscii,
    ByteOrderMark,

    /// <summary>The first characters beyond ASCII are valid UTF-8.</summary>
    WellFormed,

    /// <summary>The first characters beyond ASCII are not UTF-8, and each byte is a character of Windows-874.</summary>
    ThaiBytes,
}

/// <summary>How the file was understood, and why; null for what is unknown.</summary>
/// <param name="DelimitersInHeader">How often each possible delimiter occurs in the header row outside quotes; the most frequent
/// one was used.</param>
/// <param name="Format">Found by the first bytes, never by the file's name.</param>
/// <param name="Sheet">The sheets of a workbook that were read, in order, with commas between them.</param>
/// <param name="KindToldBy">The columns by which the kind was found, by their English names.</param>
/// <param name="HeaderLine">The line of the header; title rows above it were skipped.</param>
public sealed record Detection(
    TextEncoding? Encoding = null,
    EncodingEvidence? EncodingBecause = null,
    char? Delimiter = null,
    ImmutableSortedDictionary<char, int>? DelimitersInHeader = null,
    FileKind? Kind = null,
    ImmutableArray<string> KindToldBy = default,
    FileFormat? Format = null,
    string? Sheet = null,
    int? HeaderLine = null);
