using System.Collections.Immutable;
using Ita.Domain.Responses;
using Ita.Domain.Scoring;

namespace Ita.App.Results;

/// <summary>A version of a result as it lies in its blob: never changed once written.</summary>
/// <param name="Version">1, 2, 3 … within agency and year.</param>
/// <param name="State">draft: publishing is written down in the row, a blob is never changed.</param>
/// <param name="Upload">The upload that made this version.</param>
/// <param name="ComputedAt">When that upload was received: a fixed time, so that computing again gives the same bytes.</param>
/// <param name="Reason">Why a correction was sent, in its sender's words; null when none was given.</param>
/// <param name="Result">Exact.</param>
/// <param name="Hidden">Names of the figures that are told to nobody, for too few people made them; null where all are told.</param>
public sealed record StoredResult(
    int Version, string State, string Upload, DateTimeOffset ComputedAt, string By, string? Reason, AgencyResult Result, ImmutableSortedSet<string>? Hidden = null)
{
    /// <summary>This version as it may be told.</summary>
    public StoredResult Told() => Hidden is null ? this : this with { Result = ToldResult.Without(Result, Hidden) };

    public const string Draft = "draft";
    public const string Published = "published";
}

/// <summary>A version in short, for the history of a result.</summary>
/// <param name="By">Whose key, or which container, brought the upload.</param>
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
    string? PublishReason = null)
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

/// <summary>Where figures come from: the upload, when it was received, who sent it and why.</summary>
public sealed record Origin(string Upload, DateTimeOffset At, string By, string? Reason)
{
    /// <summary>What stands for the upload where figures come from the agency's own survey.</summary>
    public const string Survey = "survey";
}
