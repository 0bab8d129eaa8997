namespace Ita.App.Results;

/// <summary>The content of a version's blob; never changed once written.</summary>
/// <param name="Version">1, 2, 3 … per agency and year.</param>
/// <param name="State">Always draft: publishing is recorded in the row, because a blob is never changed.</param>
/// <param name="Upload">The upload that caused this version.</param>
/// <param name="ComputedAt">When that upload was received: a fixed time, so that computing it again produces the same
/// bytes.</param>
/// <param name="Reason">The reason of a correction, in its sender's words; null when none was stated.</param>
/// <param name="Result">Exact, unrounded.</param>
/// <param name="Hidden">The names of figures withheld because few people answered; null when none are
/// withheld.</param>
public sealed record StoredResult(
    int Version, string State, string Upload, DateTimeOffset ComputedAt, string By,
    string? Reason, AgencyResult Result, ImmutableSortedSet<string>? Hidden = null)
{
    /// <summary>This version without its withheld figures.</summary>
    public StoredResult Suppressed() => Hidden is null ? this : this with { Result = ResultSuppression.Withhold(Result, Hidden) };

    public const string Draft = "draft";
    public const string Published = "published";
}

/// <summary>One version in the history of a result.</summary>
/// <param name="By">The id of the key, or the container, that the upload came from.</param>
/// <param name="OverruleReason">Why the publication did not wait for open appeals; null when it did.</param>
public sealed record VersionEntry(
    int Version,
    string State,
    string Blob,
    string Upload,
    DateTimeOffset ComputedAt,
    string By,
    string? Reason,
    decimal? Total,
    string? Rating,
    DateTimeOffset? PublishedAt = null,
    string? PublishedBy = null,
    string? PublishReason = null,
    string? OverruleReason = null)
{
    public static VersionEntry Of(StoredResult stored, string blob) => new(
        stored.Version,
        stored.State,
        blob,
        stored.Upload,
        stored.ComputedAt,
        stored.By,
        stored.Reason,
        stored.Result.Total.Shown,
        stored.Result.Rating.BandName);
}

/// <summary>The origin of figures: the upload, when it was received, who sent it and why.</summary>
public sealed record Origin(string Upload, DateTimeOffset At, string By, string? Reason)
{
    /// <summary>Takes the place of the upload's id for figures of the agency's own survey.</summary>
    public const string Survey = "survey";

    private const string OfAppeal = "appeal-";

    /// <summary>Takes the place of the upload's id for the scores of an accepted comment.</summary>
    public static string Appeal(int number) => string.Create(CultureInfo.InvariantCulture, $"{OfAppeal}{number}");

    /// <summary>Whether a name in the place of an upload's id is that of an accepted comment. The id of an upload is hexadecimal.</summary>
    public static bool IsAppeal(string upload) => upload.StartsWith(OfAppeal, StringComparison.Ordinal);
}
