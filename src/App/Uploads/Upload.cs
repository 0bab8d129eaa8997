using System.Collections.Immutable;

namespace Ita.App.Uploads;

public enum UploadStatus
{
    Received,
    Processing,
    Accepted,
    AcceptedWithProblems,
    Refused,

    /// <summary>Our fault or the platform's: every try threw.</summary>
    Failed,
}

/// <summary>One file that somebody sent (ไฟล์ที่ส่ง). Known by its content: the same bytes are the same upload.</summary>
/// <param name="Id">First 32 hexadecimal digits of the content's SHA-256; of an agency's own upload, of its code and that.</param>
/// <param name="Name">As the sender called it.</param>
/// <param name="By">Whose key, or which container, brought it; never a person's name.</param>
/// <param name="Reason">Why it was sent, in its sender's words.</param>
/// <param name="Agency">The agency whose key brought it: it may speak of no other. Null when a key for all agencies did.</param>
/// <param name="Problems">The first 100; all of them stand in the error file.</param>
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

    /// <summary>Whether nothing is left to do with it.</summary>
    public bool IsSettled => IsAccepted || Status is UploadStatus.Refused;

    /// <summary>Whether what it says is stored.</summary>
    public bool IsAccepted => Status is UploadStatus.Accepted or UploadStatus.AcceptedWithProblems;
}

/// <param name="AgenciesRefused">Agencies of which nothing in this file counts.</param>
/// <param name="ResultsChanged">Agency-years that got a new version from it.</param>
public sealed record UploadCounts(
    int Rows, int BlankRows, int GoodRows, int BadRows, int AgenciesAccepted, int AgenciesRefused, int ResultsChanged);

/// <summary>How the file was understood, and why.</summary>
public sealed record UploadDetection(
    string? Format, string? Sheet, string? Encoding, string? EncodingBecause, string? Delimiter, string? Kind, string? KindToldBy, int? HeaderLine = null);

/// <summary>A problem as the API and the error file give it.</summary>
public sealed record UploadProblem(
    string Code, string Severity, int? Line, string? Column, string? Value, string Text, string TextEn);
