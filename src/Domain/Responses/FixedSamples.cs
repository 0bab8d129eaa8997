namespace Ita.Domain.Responses;

/// <summary>A minimum number of respondents by kind and size of agency, as one public source has it. It is shown for comparison and decides
/// nothing.</summary>
/// <param name="KindTh">The kind of agency, in Thai.</param>
/// <param name="SizeTh">Small, medium, large; empty for a kind without sizes.</param>
public sealed record FixedSample(string KindTh, string SizeTh, int People);

/// <summary>The other published variant of the minimum sample: fixed numbers instead of a share of the population.</summary>
/// <remarks>Seed 000 states a share of 20 percent for 2567; this source states fixed numbers for part 1 of the EIT of the same year. Which one the
/// assessors applied is not known, so that the share, which has the older source and a rule for every survey, applies
/// (docs/decisions/0058).</remarks>
public static class FixedSamples
{
    public const string Source = "fliphtml5.com/gwwiq/kgpc p. 56 (29 August 2567)";

    /// <summary>Part 1 of the EIT.</summary>
    public const string Survey = "EIT1";

    private static readonly ImmutableArray<FixedSample> Of2567 =
    [
        new("องค์การบริหารส่วนตำบล", "เล็ก", 30),
        new("องค์การบริหารส่วนตำบล", "กลาง", 40),
        new("องค์การบริหารส่วนตำบล", "ใหญ่", 50),
        new("เทศบาลตำบล", "เล็ก", 60),
        new("เทศบาลตำบล", "กลาง", 70),
        new("หน่วยงานด้านนโยบาย", "", 100),
        new("หน่วยงานที่อนุมัติหรืออนุญาต และสถาบันอุดมศึกษา", "", 400),
    ];

    /// <summary>Empty for a year of which no source is known.</summary>
    public static ImmutableArray<FixedSample> ForYear(FiscalYear year) => year.BuddhistEra == 2567 ? Of2567 : [];
}
