namespace Ita.Intake;

public enum FileFormat
{
    /// <summary>Delimited text.</summary>
    Csv,
    Xlsx,
}

public enum TextEncoding
{
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,

    /// <summary>Windows-874, of which TIS-620 is a part: Thai in single bytes.</summary>
    Windows874,
}

/// <summary>What told the encoding.</summary>
public enum EncodingEvidence
{
    /// <summary>Nothing but ASCII, which reads the same in each encoding without a mark.</summary>
    OnlyAscii,
    ByteOrderMark,

    /// <summary>The first letters beyond ASCII are well-formed UTF-8.</summary>
    WellFormed,

    /// <summary>The first letters beyond ASCII are not UTF-8, and each byte is a letter of Windows-874.</summary>
    ThaiBytes,
}

/// <summary>What a file holds, as its header row tells.</summary>
public enum FileKind
{
    /// <summary>One row a score: item, sub-indicator, indicator, instrument or total.</summary>
    Scores,

    /// <summary>One row an agency and year, one column an indicator.</summary>
    Indicators,

    /// <summary>The registry: one row per agency and year.</summary>
    Agencies,

    /// <summary>What the assessor made of each item of the checklist: one row per item, with the address looked at and a comment.</summary>
    Checklist,

    /// <summary>Answers of people asked: one row per respondent, or one row per answer.</summary>
    Responses,

    /// <summary>What an agency has taken on to raise its scores, and how far it is: one row per measure.</summary>
    Measures,
}

/// <summary>How the file was understood, and why; what could not be told is null.</summary>
/// <param name="DelimitersInHeader">How often each possible delimiter stands in the header row, outside quotes; the most frequent one was
/// taken.</param>
/// <param name="Format">Told by the first bytes, never by the file's name.</param>
/// <param name="Sheet">The sheet of a workbook that was read: the first that is not hidden.</param>
/// <param name="KindToldBy">The columns that only this kind has, by their English names.</param>
/// <param name="HeaderLine">The row taken for the header; titles above it were passed over.</param>
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
