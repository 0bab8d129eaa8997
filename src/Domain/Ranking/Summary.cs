namespace Ita.Domain.Ranking;

/// <summary>The results of one year with its framework.</summary>
public sealed record SummaryYear(Framework Framework, ImmutableArray<SummaryRow> Rows)
{
    public FiscalYear Year => Framework.Year;
}

/// <summary>Number of agencies with a rating.</summary>
/// <param name="Before">Number in the year before; null when the years are not compared or their ratings have different names.</param>
public sealed record RatingCount(string Rating, int Count, int? Before);

/// <param name="Before">The same type in the year before; null when there are no results.</param>
public sealed record TypeFigures(string Type, SummaryFigures Now, SummaryFigures? Before);

/// <summary>The results of a province, a type or the nation in a year (ภาพรวมผลการประเมิน).</summary>
/// <param name="Line">The target total.</param>
/// <param name="Before">The year before; null when there is no comparison.</param>
/// <param name="Types">By name; agencies without a type are last, under an empty name.</param>
/// <param name="Ratings">Every rating of the year, best first, then agencies without a rating under an empty name.</param>
/// <param name="RatingsBefore">The counts of the year before when its ratings have different names; otherwise empty.</param>
/// <param name="Ranked">Agencies with a total, best first; equal totals share a rank.</param>
/// <param name="Unscored">Agencies without a total, in the order given.</param>
public sealed record Summary(
    FiscalYear Year,
    FiscalYear? YearBefore,
    decimal Line,
    SummaryFigures Now,
    SummaryFigures? Before,
    ImmutableArray<TypeFigures> Types,
    ImmutableArray<RatingCount> Ratings,
    ImmutableArray<RatingCount> RatingsBefore,
    ImmutableArray<Placed<SummaryRow>> Ranked,
    ImmutableArray<SummaryRow> Unscored)
{
    /// <summary>The agencies that have results in both years; null when there is no comparison or no such agency.</summary>
    public SummaryOfBoth? Both { get; init; }

    /// <summary>The agencies without a total for one kind of reason.</summary>
    public IEnumerable<SummaryRow> UnscoredFor(WithoutTotal why) => Unscored.Where(row => row.Without == why);

    /// <summary>The best agencies: the requested number, and all that tie with the last of these.</summary>
    public IEnumerable<Placed<SummaryRow>> Top(int count) =>
        Ranked.TakeWhile((placed, place) => place < count || placed.Score == Ranked[count - 1].Score);

    /// <summary>The worst agencies, lowest first: the requested number, and all that tie with the last of these.</summary>
    public IEnumerable<Placed<SummaryRow>> Bottom(int count) => Ranked.Reverse()
        .TakeWhile((placed, place) => place < count || placed.Score == Ranked[^count].Score);

    /// <param name="line">Null for the target of the year.</param>
    public static Summary Compute(SummaryYear now, SummaryYear? before, decimal? line = null)
    {
        var reached = line ?? now.Framework.Rating.Target.Value;
        var sameNames = before is not null && RatingCounts.SameNames(now.Framework, before.Framework);
        return new(
            now.Year,
            before?.Year,
            reached,
            SummaryFigures.Compute(now.Rows, now.Framework, reached),
            before is null ? null : SummaryFigures.Compute(before.Rows, before.Framework, reached),
            [.. TypesOf(now, before, reached)],
            RatingCounts.Count(now, sameNames ? before : null),
            before is null || sameNames ? [] : RatingCounts.Count(before, null),
            Places.Of(now.Rows, row => row.Total),
            [.. now.Rows.Where(row => row.Total is null)])
        {
            Both = before is null ? null : SummaryOfBoth.Compute(now, before, reached),
        };
    }

    private static IEnumerable<TypeFigures> TypesOf(SummaryYear now, SummaryYear? before, decimal line)
    {
        var earlier = before?.Rows.ToLookup(row => row.Type ?? "");
        return now.Rows.GroupBy(row => row.Type ?? "")
            .OrderBy(type => type.Key.Length == 0).ThenBy(type => type.Key, StringComparer.Ordinal)
            .Select(type => new TypeFigures(
                type.Key,
                SummaryFigures.Compute([.. type], now.Framework, line),
                earlier?.Contains(type.Key) == true ? SummaryFigures.Compute([.. earlier[type.Key]], before!.Framework, line) : null));
    }
}
