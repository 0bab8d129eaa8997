using Ita.Domain.Assessment;

namespace Ita.Domain.Responses;

/// <summary>
/// The score of one survey from all sheets, which is the official one, and from those without a mark, which is not: it shows how much
/// hangs on the marked ones.
/// </summary>
/// <param name="Official">At two decimals; null without sheets.</param>
/// <param name="Shadow">At two decimals; null when no sheet is without a mark.</param>
public sealed record ShadowScore(decimal? Official, decimal? Shadow, int Sheets, int Marked)
{
    /// <summary>
    /// Whether both may be told side by side: their difference is what the marked sheets say, which must not be fewer than k, nor
    /// those that are left.
    /// </summary>
    public bool MayBeTold(int fewestPeople = Suppression.FewestPeople) =>
        Marked == 0 || (Marked >= fewestPeople && (Sheets == Marked || Sheets - Marked >= fewestPeople));

    public static ShadowScore Compute(QuestionList questions, IReadOnlyList<ReceivedSheet> sheets, QualityFlags flags) => new(
        ScoreOf(questions, sheets),
        ScoreOf(questions, sheets.Where((_, index) => !flags.Marked[index])),
        sheets.Count,
        flags.MarkedCount);

    // Scored like any sheet, by an agency without a number of people: the minimum sample is no matter here.
    private static decimal? ScoreOf(QuestionList questions, IEnumerable<ReceivedSheet> sheets)
    {
        const string code = "-";
        var year = questions.Framework.Year;
        var sums = SheetSums.Sum(questions, sheets.Select(received => received.Sheet));
        return AgencyScorer.Score(questions.Framework, SheetSums.ToScoreSheet(year, code, [sums], ""), new(year, code)).ShownOf(new(questions.Code));
    }
}
