namespace Ita.App.Uploads;

/// <summary>An upload as the API returns it.</summary>
/// <param name="Problems">The first 100; errors.csv has all.</param>
/// <param name="IsSettled">True when the file was read to the end.</param>
/// <param name="IsAccepted">True when its content is stored.</param>
internal sealed record UploadObject(
    string Id,
    string Name,
    string Sha256,
    long Bytes,
    DateTimeOffset ReceivedAt,
    UploadStatus Status,
    string By,
    string? Reason,
    string? Kind,
    UploadCounts? Counts,
    UploadDetection? Detection,
    int ProblemCount,
    ImmutableArray<UploadProblem> Problems,
    string? Failure,
    string? Agency,
    bool IsSettled,
    bool IsAccepted)
{
    public static UploadObject From(Upload upload) => new(
        upload.Id,
        upload.Name,
        upload.Sha256,
        upload.Bytes,
        upload.ReceivedAt,
        upload.Status,
        upload.By,
        upload.Reason,
        upload.Kind,
        upload.Counts,
        upload.Detection,
        upload.ProblemCount,
        upload.Problems,
        upload.Failure,
        upload.Agency,
        upload.IsSettled,
        upload.IsAccepted);
}
