namespace Ita.Domain.Ranking;

/// <summary>One agency in a summary of a year.</summary>
/// <param name="Total">As shown, at two decimals; null when there is none.</param>
/// <param name="Rating">The rating's name; null when there is none.</param>
/// <param name="Indicators">Shown scores by indicator number; those without a score are not in it.</param>
/// <param name="WhyNot">Why there is no total, in Thai; null with a total or when nothing is known.</param>
public sealed record SummaryRow(
    string AgencyCode,
    string AgencyName,
    string? Type,
    string? Province,
    decimal? Total,
    string? Rating,
    ImmutableSortedDictionary<int, decimal> Indicators,
    string? WhyNot = null);
