namespace Ita.Domain.Scoring;

/// <summary>The reason for a rating, and the conditions that block the next better one.</summary>
internal static class RatingReasons
{
    public static NextRating NextOf(RatingBand better, decimal total, ImmutableArray<Rated> rated)
    {
        var blocks = ImmutableArray.CreateBuilder<Shortfall>();
        if (total < better.TotalAtLeast.Value)
        {
            blocks.Add(new(ScoreKey.TotalCode, total, better.TotalAtLeast.Value));
        }

        if (better.EveryInstrumentAtLeast is { } needed)
        {
            blocks.AddRange(rated
                .Where(one => one.AtLeast(needed.Value) == Holds.No)
                .Select(one => new Shortfall(one.Code, one.Shown, needed.Value)));
        }

        return new(better.Name, blocks.ToImmutable());
    }

    public static Reason Why(RatingBand band, decimal total, NextRating? next)
    {
        var code = band.EveryInstrumentAtLeast is null ? "rating-by-total" : "rating-by-total-and-instruments";
        return Reason.Of(
            next is null ? code : $"{code}-blocked",
            ("band", band.Name),
            ("total", Combination.Number(total)),
            ("totalAtLeast", Short(band.TotalAtLeast.Value)),
            ("eachAtLeast", Short(band.EveryInstrumentAtLeast?.Value ?? 0)),
            ("next", next?.Band ?? ""),
            ("blocks", next is null ? "" : string.Join(", ", next.Blocks.Select(BlockOf))));
    }

    private static string BlockOf(Shortfall block) => block.Score is { } score
        ? $"{block.What} {Combination.Number(score)} < {Short(block.Needed)}"
        : $"{block.What} - < {Short(block.Needed)}";

    private static string Short(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
