using Ita.Domain.Analysis;

namespace Ita.Domain.Ranking;

/// <summary>
/// Two years of the same agencies. Only these say how scores changed: the mean of a year also changes with the agencies that are in it.
/// </summary>
/// <param name="Agencies">Number of agencies with a result in both years.</param>
/// <param name="Now">Figures of scores that the agency has in both years.</param>
/// <param name="Before">The same scores in the year before.</param>
/// <param name="Types">By the type of the later year.</param>
/// <param name="Ratings">Counts of both years; empty when the ratings have different names.</param>
public sealed record SummaryOfBoth(
    int Agencies, SummaryFigures Now, SummaryFigures Before, ImmutableArray<TypeFigures> Types, ImmutableArray<RatingCount> Ratings)
{
    /// <summary>Whether the years ask other questions or give other points, so that a change is partly a change of the method.</summary>
    public bool FrameChanged { get; init; }

    /// <summary>The counts of the year before when its ratings have different names; otherwise empty.</summary>
    public ImmutableArray<RatingCount> RatingsBefore { get; init; } = [];

    /// <summary>Null when no agency has a result in both years.</summary>
    public static SummaryOfBoth? Compute(SummaryYear now, SummaryYear before, decimal line)
    {
        var earlier = before.Rows.DistinctBy(row => row.AgencyCode).ToDictionary(row => row.AgencyCode);
        var pairs = now.Rows.Where(row => earlier.ContainsKey(row.AgencyCode))
            .Select(row => (Now: Shared(row, earlier[row.AgencyCode]), Before: Shared(earlier[row.AgencyCode], row))).ToList();
        if (pairs.Count == 0)
        {
            return null;
        }

        var later = now with { Rows = [.. pairs.Select(pair => pair.Now)] };
        var former = before with { Rows = [.. pairs.Select(pair => pair.Before)] };
        var sameNames = RatingCounts.SameNames(now.Framework, before.Framework);
        return new(
            pairs.Count,
            SummaryFigures.Compute(later.Rows, later.Framework, line),
            SummaryFigures.Compute(former.Rows, former.Framework, line),
            [.. pairs.GroupBy(pair => pair.Now.Type ?? "").Select(type => new TypeFigures(
                type.Key,
                SummaryFigures.Compute([.. type.Select(pair => pair.Now)], later.Framework, line),
                SummaryFigures.Compute([.. type.Select(pair => pair.Before)], former.Framework, line)))],
            sameNames ? RatingCounts.Count(later, former) : [])
        {
            FrameChanged = !new SharedFrame(before.Framework, now.Framework).IsShared(),
            RatingsBefore = sameNames ? [] : RatingCounts.Count(former, null),
        };
    }

    // A score that the agency has in one year only is left out of both.
    private static SummaryRow Shared(SummaryRow row, SummaryRow other) => row with
    {
        Total = other.Total is null ? null : row.Total,
        Rating = other.Rating is null ? null : row.Rating,
        Indicators = row.Indicators.RemoveRange(row.Indicators.Keys.Where(number => !other.Indicators.ContainsKey(number))),
    };
}
