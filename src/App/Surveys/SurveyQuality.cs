using Ita.App.Agencies;

namespace Ita.App.Surveys;

/// <summary>The quality of the sheets of one form.</summary>
/// <param name="Sheets">The number of sheets.</param>
/// <param name="Flags">Computed from all sheets; none unless <paramref name="Shadow"/> could be shown but for its own rule.</param>
/// <param name="Shadow">Null while the survey is open, until its result shows the form's score, when an earlier version showed it for other
/// sheets, or when official and shadow score differ by too few sheets.</param>
public sealed record FormQuality(QuestionList Form, int Sheets, QualityFlags Flags, ShadowScore? Shadow)
{
    /// <summary>Flags of the number of sheets and the head count; the meter shows both numbers to anyone.</summary>
    public required ImmutableArray<QualityFlag> PopulationFlags { get; init; }
}

/// <summary>Flags suspicious sheets of a survey, which still count, and scores it without them for comparison.</summary>
public sealed class SurveyQuality(SurveyScores scores, AgencyTable agencies, IShownSheets shown, TimeProvider clock, KnownFrameworks frameworks)
{
    /// <summary>Of every form that has questions, in the framework's order.</summary>
    public async Task<IReadOnlyList<FormQuality>> AssessAsync(SurveyRecord survey, CancellationToken cancellationToken)
    {
        var isOver = survey.State.PhaseOn(ThaiClock.Today(clock)) is SurveyPhase.Closed or SurveyPhase.Published;
        var forms = new List<FormQuality>();
        var agency = await agencies.FindAsync(survey.Year, survey.Agency, cancellationToken) ?? new Agency(survey.Year, survey.Agency);
        var changes = (await agencies.FindHeadCountChangesAsync(survey.Year, survey.Agency, cancellationToken))
            .Where(change => change.Day >= survey.State.Period.Opens).ToList();
        foreach (var form in QuestionList.All(frameworks.Current.Get(survey.Year)).Where(form => !form.Questions.IsEmpty))
        {
            var sheets = await scores.SheetsAsync(survey, form, cancellationToken);
            var meter = SampleMeter.Measure(form.Framework, form.Code, agency, sheets.Count);
            forms.Add(Assess(form, sheets, isOver && await IsShownAsync(survey, form, sheets, cancellationToken)) with
            {
                PopulationFlags = PopulationFlags.Compute(form.Framework, meter, changes),
            });
        }

        return forms;
    }

    // Flags and scores of a part of the sheets are figures too: compared before and after a few more sheets, they disclose those.
    private Task<bool> IsShownAsync(
        SurveyRecord survey, QuestionList form, List<ReceivedSheet> sheets, CancellationToken cancellationToken)
    {
        var sums = SheetSums.Sum(form, sheets.Select(sheet => sheet.Sheet));
        return shown.ShowsAloneAsync(SheetSums.ToScoreSheet(survey.Year, survey.Agency, [sums], ""), cancellationToken);
    }

    private static FormQuality Assess(QuestionList form, List<ReceivedSheet> sheets, bool isShown)
    {
        var flags = QualityFlags.Compute(form, isShown ? sheets : []);
        var shadow = isShown ? ShadowScore.Compute(form, sheets, flags) : null;
        return new(form, sheets.Count, flags, shadow?.CanBePublished() == true ? shadow : null)
        {
            PopulationFlags = [],
        };
    }
}
