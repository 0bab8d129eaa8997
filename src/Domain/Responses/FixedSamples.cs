namespace Ita.Domain.Responses;

/// <summary>A minimum number of respondents by kind and size of agency, as one public source has it.</summary>
/// <param name="KindTh">The kind of agency, in Thai.</param>
/// <param name="SizeTh">Small, medium or large, in Thai; empty for a kind without sizes.</param>
public sealed record FixedSample(string KindTh, string SizeTh, int People);

/// <summary>The other published variant of the minimum sample: fixed numbers instead of a share of the population. Read from
/// <c>Responses/Data/fixed-samples.json</c>, shown for comparison, and used for no decision (docs/decisions/0058).</summary>
/// <param name="Year">The fiscal year, of the Buddhist Era.</param>
/// <param name="Survey">The code of the survey or part that the numbers are for.</param>
/// <param name="Source">The document and its page.</param>
public sealed record FixedSamples(int Year, string Survey, string Source, ImmutableArray<FixedSample> Samples)
{
    private static readonly ImmutableArray<FixedSamples> All =
        EmbeddedData.Read<ImmutableArray<FixedSamples>>(".Responses.Data.fixed-samples.json");

    /// <summary>Null for a year of which no source is known.</summary>
    public static FixedSamples? Find(FiscalYear year) => All.FirstOrDefault(one => one.Year == year.BuddhistEra);
}
