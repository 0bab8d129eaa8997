namespace Ita.App.Surveys;

/// <summary>The number of respondents that files state; implemented by the results feature.</summary>
public interface IStatedRespondents
{
    /// <summary>The largest number of respondents stated for one of the items; 0 when none is stated.</summary>
    Task<int> CountAsync(FiscalYear year, string agency, IEnumerable<ScoreKey> items, CancellationToken cancellationToken);
}

/// <summary>Counts how many sheets each form of a survey has and still needs. It never reads a score.</summary>
public sealed class SurveyMeter(ResponseTable responses, IStatedRespondents stated)
{
    /// <summary>One meter per form, in the framework's order.</summary>
    public async Task<ImmutableArray<SampleMeter>> MeasureAsync(AgencySurvey survey, CancellationToken cancellationToken)
    {
        var framework = survey.Framework;
        var forms = QuestionList.All(framework).Where(form => !form.Questions.IsEmpty).ToList();
        var counts = await Task.WhenAll(forms.Select(form => CountAsync(survey.Record, form, cancellationToken)));
        return [.. forms.Zip(counts, (form, got) => SampleMeter.Measure(framework, form.Code, survey.Agency, got))];
    }

    // A survey has its own sheets or a file of answers, never both.
    private async Task<int> CountAsync(SurveyRecord survey, QuestionList form, CancellationToken cancellationToken) =>
        await responses.CountAsync(survey.Year, survey.Agency, form.Code, cancellationToken) is > 0 and var sheets
            ? sheets
            : await stated.CountAsync(
                survey.Year, survey.Agency, form.Items.Select(item => new ScoreKey(item.Item.Code, form.Part?.Code)), cancellationToken);
}
