namespace Ita.Domain.Scoring;

/// <summary>A score as it was stated.</summary>
/// <param name="Score">0 to 100, with the decimals it was printed with.</param>
/// <param name="Respondents">How many answered, when stated.</param>
/// <param name="Source">Where it was read, for the trace: upload id and line.</param>
public readonly record struct GivenScore(decimal Score, int? Respondents = null, ScoreSource Source = default);

/// <summary>All that is known of one agency's scores in one year, at whatever levels they were stated.</summary>
/// <param name="Scores">Stated scores; those of <c>IND…</c> and <c>TOTAL</c> are published figures and are checked against their children.</param>
/// <param name="PublishedRating">The rating as published, in the words of the file; null when not stated.</param>
/// <param name="Labels">
/// What the file calls a score beside its code, as it wrote it: the question of an item, the name of an indicator. Checked
/// against the framework and used for nothing else; null when the file has none.
/// </param>
public sealed record ScoreSheet(
    FiscalYear Year,
    string AgencyCode,
    ScoreDictionary Scores,
    string? PublishedRating = null,
    ImmutableSortedDictionary<ScoreKey, string>? Labels = null)
{
    /// <summary>The labels given; empty when there are none.</summary>
    public ImmutableSortedDictionary<ScoreKey, string> LabelsGiven => Labels ?? ImmutableSortedDictionary<ScoreKey, string>.Empty;

    /// <summary>What the file calls this score; null when it does not say.</summary>
    public string? LabelOf(ScoreKey key) => LabelsGiven.GetValueOrDefault(key);

    public static ScoreSheet Empty(FiscalYear year, string agencyCode) =>
        new(year, agencyCode, ScoreDictionary.Empty);
}
