namespace Ita.Domain.Ranking;

/// <summary>The results of one year with the framework they were made by.</summary>
public sealed record SummaryYear(Framework Framework, ImmutableArray<SummaryRow> Rows)
{
    public FiscalYear Year => Framework.Year;
}

/// <summary>How many have a rating.</summary>
/// <param name="Before">The year before; null when it is not compared or rated by other names.</param>
public sealed record RatingCount(string Rating, int Count, int? Before);

/// <param name="Before">The same type a year before; null when there is none.</param>
public sealed record TypeFigures(string Type, SummaryFigures Now, SummaryFigures? Before);

/// <summary>What a province, a type or the nation reached in a year (ภาพรวมผลการประเมิน).</summary>
/// <param name="Line">The total to be reached.</param>
/// <param name="Before">The year before; null when it is not compared.</param>
/// <param name="Types">By name; agencies without a type come last under an empty name.</param>
/// <param name="Ratings">Every rating of the year, best first, then those of no rating under an empty name.</param>
/// <param name="RatingsBefore">The year before by its own ratings, where they are called otherwise; else empty.</param>
/// <param name="Ranked">All with a total, best first, ties sharing a rank.</param>
/// <param name="NotProcessed">Those without a total, in the order given.</param>
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
    ImmutableArray<SummaryRow> NotProcessed)
{
    /// <summary>The first ranks: the requested number, and all that tie with the last of them.</summary>
    public IEnumerable<Placed<SummaryRow>> Top(int count) =>
        Ranked.TakeWhile((placed, place) => place < count || placed.Score == Ranked[count - 1].Score);

    /// <summary>The last ranks, the lowest first, and all that tie with the last of them.</summary>
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
            [.. now.Rows.Where(row => row.Total is null)]);
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
