namespace Ita.Domain.Ranking;

/// <summary>One agency in a summary of a year.</summary>
/// <param name="Total">Shown total, at two decimals; null when there is none.</param>
/// <param name="Rating">The rating's name; null when there is none.</param>
/// <param name="Indicators">Shown scores, by indicator number; indicators without a score are omitted.</param>
/// <param name="WhyNot">Why there is no total, in Thai; null when there is one or the reason is not known.</param>
public sealed record SummaryRow(
    string AgencyCode,
    string AgencyName,
    string? Type,
    string? Province,
    decimal? Total,
    string? Rating,
    ImmutableSortedDictionary<int, decimal> Indicators,
    string? WhyNot = null)
{
    /// <summary>What kind of reason <see cref="WhyNot"/> is; of no meaning when there is a total.</summary>
    public WithoutTotal Without { get; init; } = WithoutTotal.NoData;
}
