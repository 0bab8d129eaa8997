namespace Ita.Domain.Scoring;

/// <summary>The reason for a rating, and the conditions that block the next better one.</summary>
internal static class RatingReasons
{
    public static NextRating NextOf(RatingBand better, Rated total, ImmutableArray<Rated> rated)
    {
        var blocks = ImmutableArray.CreateBuilder<Shortfall>();
        if (total.AtLeast(better.TotalAtLeast.Value) == Holds.No)
        {
            blocks.Add(ShortfallOf(total, better.TotalAtLeast.Value));
        }

        if (better.EveryInstrumentAtLeast is { } needed)
        {
            blocks.AddRange(rated.Where(one => one.AtLeast(needed.Value) == Holds.No).Select(one => ShortfallOf(one, needed.Value)));
        }

        return new(better.Name, blocks.ToImmutable());
    }

    public static Reason Why(RatingBand band, Rated total, NextRating? next)
    {
        var code = band.EveryInstrumentAtLeast is null ? "rating-by-total" : "rating-by-total-and-instruments";
        return Reason.Of(
            next is null ? code : $"{code}-blocked",
            ("band", band.Name),
            ("total", total.Text),
            ("totalAtLeast", Short(band.TotalAtLeast.Value)),
            ("eachAtLeast", Short(band.EveryInstrumentAtLeast?.Value ?? 0)),
            ("next", next?.Band ?? ""),
            ("blocks", next is null ? "" : string.Join(", ", next.Blocks.Select(BlockOf))));
    }

    private static Shortfall ShortfallOf(Rated rated, decimal needed) =>
        new(rated.Code, rated.Shown, needed) { Range = rated is { IsRange: true, Shown: null } ? new(rated.Low, rated.High) : null };

    private static string BlockOf(Shortfall block) => (block.Score, block.Range) switch
    {
        ({ } score, _) => $"{block.What} {Combination.Number(score)} < {Short(block.Needed)}",
        (_, { } range) => $"{block.What} {Combination.Number(range.Low)}-{Combination.Number(range.High)} < {Short(block.Needed)}",
        _ => $"{block.What} - < {Short(block.Needed)}",
    };

    private static string Short(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
