namespace Ita.App.Surveys;

/// <summary>The quality of the sheets of one form.</summary>
/// <param name="Sheets">The number of sheets.</param>
/// <param name="Flags">Computed from all sheets; none while there are fewer than the reporting minimum.</param>
/// <param name="Shadow">Null while open, or when official and shadow score differ by too few sheets.</param>
public sealed record FormQuality(QuestionList Form, int Sheets, QualityFlags Flags, ShadowScore? Shadow);

/// <summary>Flags suspicious sheets of a survey, which still count, and scores it without them for comparison.</summary>
public sealed class SurveyQuality(SurveyScores scores, TimeProvider clock)
{
    /// <summary>Of every form that has questions, in the framework's order.</summary>
    public async Task<IReadOnlyList<FormQuality>> AssessAsync(SurveyRecord survey, CancellationToken cancellationToken)
    {
        var forms = new List<FormQuality>();
        foreach (var form in QuestionList.All(FrameworkCatalogue.Get(survey.Year)).Where(form => !form.Questions.IsEmpty))
        {
            forms.Add(Assess(survey, form, await scores.SheetsAsync(survey, form, cancellationToken)));
        }

        return forms;
    }

    private FormQuality Assess(SurveyRecord survey, QuestionList form, List<ReceivedSheet> sheets)
    {
        var isEnough = sheets.Count >= Suppression.FewestPeople;
        var flags = QualityFlags.Compute(form, isEnough ? sheets : []);
        var isOver = survey.State.PhaseOn(ThaiClock.Today(clock)) is SurveyPhase.Closed or SurveyPhase.Published;
        var shadow = isOver && isEnough ? ShadowScore.Compute(form, sheets, flags) : null;
        return new(form, sheets.Count, flags, shadow?.CanBePublished() == true ? shadow : null);
    }
}
