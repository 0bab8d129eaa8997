namespace Ita.App.Uploads;

public enum UploadStatus
{
    Received,
    Processing,
    Accepted,
    AcceptedWithProblems,
    Refused,

    /// <summary>Every attempt ended with an exception.</summary>
    Failed,
}

/// <summary>A file that was sent (ไฟล์ที่ส่ง). Its id follows from its content: the same bytes are the same
/// upload.</summary>
/// <param name="Id">The first 32 hexadecimal digits of the content's SHA-256; for an agency's own upload, of a hash of
/// its code and the content's hash.</param>
/// <param name="Name">The file name stated by the sender.</param>
/// <param name="By">The id of the key, or the container, that it came from; never the name of a person.</param>
/// <param name="Reason">Why it was sent, in the sender's words; null when not stated.</param>
/// <param name="Agency">The agency of the key: the file may contain no other. Null for a key for all agencies.</param>
/// <param name="Problems">The first 100; the error file has all.</param>
public sealed record Upload(
    string Id,
    string Name,
    string Sha256,
    long Bytes,
    DateTimeOffset ReceivedAt,
    UploadStatus Status,
    string By,
    string? Reason = null,
    string? Kind = null,
    UploadCounts? Counts = null,
    UploadDetection? Detection = null,
    int ProblemCount = 0,
    ImmutableArray<UploadProblem> Problems = default,
    string? Failure = null,
    string? Agency = null)
{
    public const int KeptProblems = 100;

    /// <summary>True until the file is read.</summary>
    public bool IsUnderWay => Status is UploadStatus.Received or UploadStatus.Processing;

    /// <summary>True when it was read to the end.</summary>
    public bool IsSettled => IsAccepted || Status is UploadStatus.Refused;

    /// <summary>The origin of the figures of this upload.</summary>
    public Origin ToOrigin() => new(Id, ReceivedAt, By, Reason);

    /// <summary>True when its content is stored.</summary>
    public bool IsAccepted => Status is UploadStatus.Accepted or UploadStatus.AcceptedWithProblems;
}

/// <param name="AgenciesRefused">The number of agencies of which nothing in this file is stored.</param>
/// <param name="ResultsChanged">The number of results with a new version from it.</param>
public sealed record UploadCounts(
    int Rows, int BlankRows, int GoodRows, int BadRows, int AgenciesAccepted, int AgenciesRefused, int ResultsChanged);

/// <summary>How the format of the file was recognised, and why.</summary>
public sealed record UploadDetection(
    string? Format, string? Sheet, string? Encoding, string? EncodingBecause,
    string? Delimiter, string? Kind, string? KindToldBy, int? HeaderLine = null);

/// <summary>A problem as the API and the error file state it.</summary>
/// <param name="Sheet">The sheet of a workbook that <paramref name="Line"/> is on; null for other files.</param>
public sealed record UploadProblem(
    string Code, string Severity, int? Line, string? Column, string? Value, string Text, string TextEn, string? Sheet = null);
