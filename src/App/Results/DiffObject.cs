namespace Ita.App.Results;

/// <summary>The differences between two versions, level by level.</summary>
/// <param name="From">0 when there was no result before.</param>
public sealed record DiffObject(
    int? From,
    int? To,
    string? Reason,
    string? By,
    ImmutableArray<ChangeObject> Items,
    ImmutableArray<ChangeObject> SubIndicators,
    ImmutableArray<ChangeObject> Indicators,
    ImmutableArray<ChangeObject> Instruments,
    ChangeObject? Total,
    RatingChangeObject? Rating)
{
    public static DiffObject Create(ResultDiff diff, int? from, int? to, string? reason, string? by) => new(
        from,
        to,
        reason,
        by,
        At(diff, Level.Item),
        At(diff, Level.SubIndicator),
        At(diff, Level.Indicator),
        [.. At(diff, Level.Instrument), .. At(diff, Level.Part)],
        At(diff, Level.Total).FirstOrDefault(),
        diff.RatingBefore == diff.RatingAfter ? null : new(diff.RatingBefore, diff.RatingAfter));

    private static ImmutableArray<ChangeObject> At(ResultDiff diff, Level level) => [.. diff.At(level).Select(ChangeObject.From)];
}

/// <param name="Change">The new score minus the old one; null when either is missing.</param>
/// <param name="OldN">The number of respondents; null when it was not stated.</param>
public sealed record ChangeObject(
    string Code, string? Part, decimal? Old, decimal? New, decimal? Change, string? OldStatus, string? NewStatus, int? OldN, int? NewN)
{
    public static ChangeObject From(NodeChange change) => new(
        change.Key.Code,
        change.Key.Part,
        change.Before,
        change.After,
        change.Points,
        change.StatusBefore is { } before ? Names.Of(before) : null,
        change.StatusAfter is { } after ? Names.Of(after) : null,
        change.RespondentsBefore,
        change.RespondentsAfter);
}

public sealed record RatingChangeObject(string? Old, string? New);
