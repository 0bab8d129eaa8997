namespace Ita.Domain.Scoring;

/// <summary>A score as it was stated.</summary>
/// <param name="Score">0 to 100, with the number of decimals in the source.</param>
/// <param name="Respondents">Number of respondents; null when not stated.</param>
/// <param name="Source">Where it was read, for the trace: upload id and line.</param>
public readonly record struct GivenScore(decimal Score, int? Respondents = null, ScoreSource Source = default);

/// <summary>The stated scores of one agency in one year, at any level.</summary>
/// <param name="Scores">Stated scores; those of <c>IND…</c> and <c>TOTAL</c> are published figures and are checked against their children.</param>
/// <param name="PublishedRating">The published rating as written in the file; null when not stated.</param>
/// <param name="Labels">
/// The names that the file gives scores besides their codes: the question of an item, the name of an indicator. They are only checked
/// against the framework; null when the file has none.
/// </param>
public sealed record ScoreSheet(
    FiscalYear Year,
    string AgencyCode,
    ScoreDictionary Scores,
    string? PublishedRating = null,
    ImmutableSortedDictionary<ScoreKey, string>? Labels = null)
{
    /// <summary>The labels; empty when there are none.</summary>
    public ImmutableSortedDictionary<ScoreKey, string> LabelsGiven => Labels ?? ImmutableSortedDictionary<ScoreKey, string>.Empty;

    /// <summary>The label of a score; null when there is none.</summary>
    public string? LabelOf(ScoreKey key) => LabelsGiven.GetValueOrDefault(key);

    public static ScoreSheet Empty(FiscalYear year, string agencyCode) =>
        new(year, agencyCode, ScoreDictionary.Empty);
}
