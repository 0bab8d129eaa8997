namespace Ita.Domain.Ranking;

/// <summary>Counts agencies by rating, one count for each rating of the year, none left out.</summary>
internal static class RatingCounts
{
    /// <summary>Ratings can be compared only between years that call them by the same names.</summary>
    public static bool SameNames(Framework one, Framework other) => NamesOf(one).SequenceEqual(NamesOf(other));

    /// <param name="before">Null leaves the comparison out.</param>
    public static ImmutableArray<RatingCount> Count(SummaryYear now, SummaryYear? before) =>
        [.. NamesOf(now.Framework).Append("")
            .Select(name => new RatingCount(name, CountOf(now, name), before is null ? null : CountOf(before, name)))];

    // A name the year does not know counts as none, so that the counts add up to the agencies.
    private static int CountOf(SummaryYear year, string name)
    {
        var known = NamesOf(year.Framework).ToHashSet();
        return year.Rows.Count(row => (row.Rating is { } rating && known.Contains(rating) ? rating : "") == name);
    }

    private static IEnumerable<string> NamesOf(Framework framework) => framework.Rating.Bands.Select(band => band.Name);
}
