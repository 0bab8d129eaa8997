namespace Ita.Domain.Ranking;

/// <summary>Counts agencies by rating, with one count for every rating of the year.</summary>
internal static class RatingCounts
{
    /// <summary>Whether two years have ratings of the same names, without which they cannot be compared.</summary>
    public static bool SameNames(Framework one, Framework other) => NamesOf(one).SequenceEqual(NamesOf(other));

    /// <param name="before">Null for no comparison.</param>
    public static ImmutableArray<RatingCount> Count(SummaryYear now, SummaryYear? before) =>
        [.. NamesOf(now.Framework).Append("")
            .Select(name => new RatingCount(name, CountOf(now, name), before is null ? null : CountOf(before, name)))];

    // A name that the year does not have counts as no rating, so that the counts add up to the number of agencies.
    private static int CountOf(SummaryYear year, string name)
    {
        var known = NamesOf(year.Framework).ToHashSet();
        return year.Rows.Count(row => (row.Rating is { } rating && known.Contains(rating) ? rating : "") == name);
    }

    private static IEnumerable<string> NamesOf(Framework framework) => framework.Rating.Bands.Select(band => band.Name);
}
