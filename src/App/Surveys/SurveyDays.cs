namespace Ita.App.Surveys;

/// <summary>The sheets of one form by day.</summary>
/// <param name="Days">See <see cref="ResponseDays"/>; empty when there are too few sheets, or the answers came in a file.</param>
public sealed record FormDays(string Survey, ImmutableArray<DayCount> Days);

/// <summary>Counts by day how many sheets the forms of a survey got. It reads no answer.</summary>
public sealed class SurveyDays(ResponseTable responses)
{
    /// <summary>One per form, in the framework's order.</summary>
    public async Task<ImmutableArray<FormDays>> CountAsync(AgencySurvey survey, CancellationToken cancellationToken)
    {
        var forms = QuestionList.All(survey.Framework).Where(form => !form.Questions.IsEmpty);
        return [.. await Task.WhenAll(forms.Select(async form => new FormDays(
            form.Code, ResponseDays.Group(await responses.DaysAsync(survey.Record.Year, survey.Record.Agency, form.Code, cancellationToken)))))];
    }
}
