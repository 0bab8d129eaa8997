using Ita.Domain.Assessment;

namespace Ita.Domain.Responses;

/// <summary>
/// The official score of one survey, from all sheets, and an unofficial one from the sheets without a quality mark. The difference shows
/// the influence of the marked sheets.
/// </summary>
/// <param name="Official">0 to 100, two decimals; null when there are no sheets.</param>
/// <param name="Shadow">0 to 100, two decimals; null when every sheet is marked.</param>
public sealed record ShadowScore(decimal? Official, decimal? Shadow, int Sheets, int Marked)
{
    /// <summary>
    /// Whether both scores may be published. Their difference reveals the answers of the marked sheets, so neither the marked nor the other
    /// sheets may be fewer than k.
    /// </summary>
    public bool CanBePublished(int fewestPeople = Suppression.FewestPeople) =>
        Marked == 0 || (Marked >= fewestPeople && (Sheets == Marked || Sheets - Marked >= fewestPeople));

    public static ShadowScore Compute(QuestionList questions, IReadOnlyList<ReceivedSheet> sheets, QualityFlags flags) => new(
        ScoreOf(questions, sheets),
        ScoreOf(questions, sheets.Where((_, index) => !flags.Marked[index])),
        sheets.Count,
        flags.MarkedCount);

    // Scored for an agency without a stated population, so that the minimum sample does not apply.
    private static decimal? ScoreOf(QuestionList questions, IEnumerable<ReceivedSheet> sheets)
    {
        const string code = "-";
        var year = questions.Framework.Year;
        var sums = SheetSums.Sum(questions, sheets.Select(received => received.Sheet));
        return AgencyScorer.Score(questions.Framework, SheetSums.ToScoreSheet(year, code, [sums], ""), new(year, code)).ShownOf(new(questions.Code));
    }
}
