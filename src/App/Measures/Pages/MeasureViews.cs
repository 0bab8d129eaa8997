using Ita.App.Settings;
using Ita.Domain.Analysis;
using Ita.Domain.Improvement;

namespace Ita.App.Measures.Pages;

/// <summary>Draws the form of a measure with the scores of its items.</summary>
internal sealed class MeasureViews(StoredResults results, SettingsTable settings)
{
    /// <summary>A measure before anything is filled in.</summary>
    public static Measure Blank(FiscalYear analysed) =>
        new("", analysed, FiscalYear.FromBuddhistEra(analysed.BuddhistEra + 1), null, [], "", []);

    /// <param name="id">Null for a new measure.</param>
    /// <param name="refusal">Why the measure was not stored; null when the form is shown first.</param>
    public async Task<IResult> PageAsync(
        int year, string agency, string? id, string tag, FormView form, Refusal? refusal, CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        if (await results.FindAsync(known, agency, cancellationToken) is not { } now)
        {
            return Refusal.NotFound().ToResult();
        }

        var thresholds = (await settings.FindAsync(known, agency, cancellationToken)).ToThresholds();
        var weak = Coverage.WeakCodes(now.Result, now.Framework, thresholds).ToHashSet();
        var scores = ScoresOf(now, thresholds).ToLookup(score => weak.Contains(score.Code));
        return await PageAnswer.RenderAsync<MeasurePage>(
            new MeasureView(
                year,
                agency,
                id,
                now.Framework.Issues,
                [.. scores[true].OrderBy(score => score.Score)],
                [.. scores[false]],
                tag,
                form),
            refusal is null ? StatusCodes.Status200OK : ProblemResult.StatusFor(refusal.Kind));
    }

    // The items of the year, then its indicators: a measure can name both.
    private static IEnumerable<WeakScore> ScoresOf(Explained now, ClassThresholds thresholds) =>
    [
        .. ItemFigure.List(now.Result, now.Framework, thresholds).Select(item => new WeakScore(item.Code, item.Text, item.Shown)),
        .. now.Result.Indicators.Select(node => new WeakScore(node.Key.Code, node.Name, node.Shown)),
    ];
}
