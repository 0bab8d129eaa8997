using Ita.App.Time;
using Ita.Domain.Frameworks;
using Ita.Domain.Responses;

namespace Ita.App.Surveys;

/// <summary>What the sheets of one form look like.</summary>
/// <param name="Sheets">How many there are.</param>
/// <param name="Flags">Of all of them; of none while there are fewer than k.</param>
/// <param name="Shadow">Null while the survey is open, for then no score is told, and where too few people would stand between the two.</param>
public sealed record FormQuality(QuestionList Form, int Sheets, QualityFlags Flags, ShadowScore? Shadow);

/// <summary>Looks a survey's sheets over: flags that are explained and take nothing away, and the score without what is flagged.</summary>
public sealed class SurveyQuality(SurveyScores scores, TimeProvider clock)
{
    /// <summary>Of every form that has questions, in the framework's order.</summary>
    public async Task<IReadOnlyList<FormQuality>> OfAsync(SurveyRecord survey, CancellationToken stop)
    {
        var forms = new List<FormQuality>();
        foreach (var form in QuestionList.All(FrameworkCatalogue.Get(survey.Year)).Where(form => !form.Questions.IsEmpty))
        {
            forms.Add(Of(survey, form, await scores.SheetsAsync(survey, form, stop)));
        }

        return forms;
    }

    private FormQuality Of(SurveyRecord survey, QuestionList form, List<ReceivedSheet> sheets)
    {
        var isEnough = sheets.Count >= Suppression.FewestPeople;
        var flags = QualityFlags.Of(form, isEnough ? sheets : []);
        var isOver = survey.State.PhaseOn(ThaiClock.Today(clock)) is SurveyPhase.Closed or SurveyPhase.Published;
        var shadow = isOver && isEnough ? ShadowScore.Of(form, sheets, flags) : null;
        return new(form, sheets.Count, flags, shadow?.MayBeTold() == true ? shadow : null);
    }
}
