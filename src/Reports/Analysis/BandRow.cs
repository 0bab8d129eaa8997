namespace Ita.Reports.Analysis;

/// <summary>A table row for one rating of the year: its range of totals and its condition.</summary>
internal sealed record BandRow(string Name, string Totals, string Condition)
{
    private const decimal Step = 0.01m;

    public static IEnumerable<BandRow> List(Framework framework)
    {
        var bands = framework.Rating.Bands;
        return bands.Select((band, index) => new BandRow(band.Name, TotalsOf(band, bands[..index]), ConditionOf(band, bands[..index], framework)));
    }

    // A range ends below the next better band only when that band has no other condition.
    private static string TotalsOf(RatingBand band, IEnumerable<RatingBand> better)
    {
        var low = band.TotalAtLeast.Value;
        var ceilings = better.Where(one => one.EveryInstrumentAtLeast is null).Select(one => one.TotalAtLeast.Value).ToList();
        return ceilings.Count == 0
            ? $"{ThaiNumber.Score(low)} ขึ้นไป"
            : $"{ThaiNumber.Score(low)} – {ThaiNumber.Score(ceilings.Min() - Step)}";
    }

    private static string ConditionOf(RatingBand band, IEnumerable<RatingBand> better, Framework framework) => band.EveryInstrumentAtLeast switch
    {
        { } least => $"{ThaiList.And(WeighedNames(framework))} ได้ไม่น้อยกว่า {ThaiNumber.Points(least.Value)} ทุกแบบวัด",
        null when better.Any(one => one.TotalAtLeast.Value >= band.TotalAtLeast.Value && one.EveryInstrumentAtLeast is not null)
            && !better.Any(one => one.EveryInstrumentAtLeast is null) =>
            $"แบบวัดใดแบบวัดหนึ่งได้คะแนนน้อยกว่า {ThaiNumber.Plain(LowestCondition(band, better))}\u00a0คะแนน",
        _ => ThaiNumber.None,
    };

    // An agency with this total misses every better rating when a score is below the lowest condition of those that its total allows.
    private static decimal LowestCondition(RatingBand band, IEnumerable<RatingBand> better) =>
        better.Where(one => one.TotalAtLeast.Value >= band.TotalAtLeast.Value).Min(one => one.EveryInstrumentAtLeast!.Value);

    private static IEnumerable<string> WeighedNames(Framework framework) => framework.Instruments.SelectMany(instrument =>
        instrument.Parts.IsEmpty ? [instrument.Code] : instrument.Parts.Select(part => $"{instrument.Code} ส่วนที่\u00a0{part.Number}"));
}
