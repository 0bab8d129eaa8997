using System.Globalization;
using Ita.Domain.Frameworks;
using Ita.Domain.Improvement;
using Ita.Domain.Scoring;

namespace Ita.Domain.Appeals;

/// <summary>Checks the content of comments and answers; each method returns all its problems.</summary>
public static class AppealChecks
{
    /// <summary>The most comments of one agency in one year.</summary>
    public const int MostComments = 50;

    private const decimal Highest = 100;

    /// <summary>The problems of a comment: its items and its evidence. Empty when there are none.</summary>
    public static ImmutableArray<Problem> OfComment(Framework framework, IReadOnlyList<string> items, IReadOnlyList<EvidenceLink> evidence)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var codes = framework.Items.Select(item => item.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. items.Count == 0 ? [Of("appeal-items-missing", "items")] : Array.Empty<Problem>(),
            .. items.Where(item => !codes.Contains(item)).Distinct().Select(item => Of("appeal-item-unknown", "items", item)
                .With("year", framework.Year.ToString()).With("example", codes.Order(StringComparer.Ordinal).FirstOrDefault() ?? "")),
            .. items.GroupBy(item => item).Where(same => same.Count() > 1).Select(same => Of("appeal-item-twice", "items", same.Key)),
            .. evidence.Where(link => IsUnusable(link.Url, framework.Year)).Select(link => Of("appeal-evidence-invalid", "evidence", link.Url)),
        ];
    }

    /// <summary>The problems of the changed scores of an answer; empty when there are none.</summary>
    /// <param name="result">The current version.</param>
    /// <param name="isOfAnswers">True for the source of a figure that is computed from people's answers.</param>
    public static ImmutableArray<Problem> OfScores(
        AppealComment comment, CommentAct act, IReadOnlyList<ChangedScore> scores, AgencyResult result, Framework framework,
        Func<string, bool> isOfAnswers)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return act == CommentAct.Accept
            ? scores.Count == 0 ? [Of("appeal-score-missing", "scores")]
            : [
                .. scores.GroupBy(score => score.Item).Where(same => same.Count() > 1)
                    .Select(same => Of("appeal-item-twice", "scores", same.Key)),
                .. scores.Select(score => OfScore(comment, score, result, framework, isOfAnswers)).OfType<Problem>(),
            ]
            : scores.Count == 0 ? [] : [Of("appeal-score-unexpected", "scores")];
    }

    /// <summary>The points that an assessor may give to a checklist item; empty for an item of a survey, which takes 0 to 100.</summary>
    public static ImmutableArray<decimal> PointsOf(Framework framework, string item)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var found = framework.Items.First(one => one.Code == item);
        return IsChecklist(framework, found) ? [.. framework.Scale(found.Scale).Choices.Select(choice => choice.Points)] : [];
    }

    private static Problem? OfScore(
        AppealComment comment, ChangedScore score, AgencyResult result, Framework framework, Func<string, bool> isOfAnswers)
    {
        var key = ScoreKey.Parse(score.Item);
        var node = result.Total.SelfAndBelow().FirstOrDefault(one => one.Key == key);
        if (node is null || !comment.Items.Contains(key.Code))
        {
            return Of("appeal-score-not-commented", "scores", score.Item);
        }

        var points = PointsOf(framework, key.Code);
        var isInRange = points.IsEmpty ? score.Score is >= 0 and <= Highest : points.Contains(score.Score);
        return !isInRange ? Of("appeal-score-out-of-range", "scores", score.Item).With("allowed", Allowed(points))
            : isOfAnswers(node.Source) ? Of("appeal-score-of-answers", "scores", score.Item)
            : node.Shown == score.Score ? Of("appeal-score-unchanged", "scores", score.Item)
            : null;
    }

    private static string Allowed(ImmutableArray<decimal> points) =>
        points.IsEmpty ? "0–100" : string.Join(", ", points.Select(point => point.ToString("0.##", CultureInfo.InvariantCulture)));

    private static bool IsChecklist(Framework framework, Item item) =>
        framework.Instruments.Any(instrument => instrument.Indicators.Contains(item.Indicator) && instrument.Answers == AnswerKind.Checklist);

    // Evidence may be of another year and on any site: an appeal commonly refers to a letter or a page of an authority.
    private static bool IsUnusable(string url, FiscalYear year) =>
        EvidenceLinks.Check(url, null, year).Any(fault => fault is LinkFault.NotAnAddress or LinkFault.NotHttp or LinkFault.RootOnly);

    private static Problem Of(string code, string column, string? value = null) => new(code, Severity.Error, Column: column, Value: value);
}
