using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Findings;

/// <summary>Consistent sheets have no findings; altered ones have findings exactly when exact arithmetic proves a contradiction.</summary>
public class AnsweredSheetTests
{
    private const int SheetsOfAYear = 200;

    public static TheoryData<int> Years =>
        [.. FrameworkCatalogue.BuiltIn.All.Where(framework => framework is { Items.IsEmpty: false, Unconfirmed: null })
            .Select(framework => framework.Year.BuddhistEra)];

    [Theory, MemberData(nameof(Years))]
    public void Partial_sheets_of_answers_have_no_contradiction(int year) => Assert.All(Seeds(year), seed =>
    {
        var made = new AnsweredSheet(Sheets.FrameworkOf(year), seed);

        var findings = Sheets.Scored(made.Sheet).Findings;

        Assert.Equal([], findings.Where(finding => !IsNotice(finding, findings))
            .Select(finding => $"{seed} {made.Told}: {finding.Code} {finding.Where} {finding.Expected} {finding.Actual}"));
        Assert.All(findings.Where(finding => finding.Code == "item-derived"), finding =>
            Assert.Equal((seed, finding.Where, Combination.Number(made.Points[finding.Where])), (seed, finding.Where, finding.Expected)));
    });

    /// <summary>A published figure changed by a few hundredths is found if and only if no scores round to the sheet any more.</summary>
    [Theory, MemberData(nameof(Years))]
    public void A_moved_figure_is_found_when_and_only_when_no_scores_print_so(int year) => Assert.All(Seeds(year).Take(40), seed =>
    {
        var sheet = new AnsweredSheet(Sheets.FrameworkOf(year), seed, whole: true).Sheet;

        // When one checklist item is missing, the product uses more than ranges, because its score is a point of its scale.
        if (Sheets.Scored(sheet).Findings.Any(finding => finding.Code == "item-derived"))
        {
            return;
        }

        var items = Sheets.FrameworkOf(year).Items.Select(item => item.Code).ToHashSet();
        foreach (var (key, given) in sheet.Scores.Where(score => !items.Contains(score.Key.Code)))
        {
            foreach (var by in new[] { -0.10m, -0.02m, -0.01m, 0.01m, 0.02m, 0.10m })
            {
                var moved = given.Score + by;
                if (moved is >= 0 and <= 100)
                {
                    var altered = sheet with { Scores = sheet.Scores.With(key, given with { Score = moved }), PublishedRating = null };
                    var found = Sheets.Scored(altered).Findings.Any(finding => finding.Code is "published-differs" or "not-reachable");
                    Assert.Equal((seed, key, by, !FeasibleFigures.In(altered)), (seed, key, by, found));
                }
            }
        }
    });

    // Items of an unnamed part are taken as both parts, with a warning, when no published figure contradicts this; the total may then differ.
    private static bool IsNotice(Finding finding, IEnumerable<Finding> all) =>
        finding.Code is "item-missing" or "item-derived" or "parts-together" or "one-part-items" or "one-part-items-incomplete"
        || (finding.Where is "TOTAL" or "RATING" && all.Any(other => other.Code == "parts-together"));

    private static IEnumerable<int> Seeds(int year) => Enumerable.Range(year * 10_000, SheetsOfAYear);
}
