using System.Collections.Immutable;
using Ita.App.Results;
using Ita.Domain.Frameworks;
using Ita.Domain.Responses;
using Ita.Domain.Scoring;

namespace Ita.App.Surveys;

/// <summary>How far a survey is from the answers it needs, form by form: counts alone, never a score.</summary>
public sealed class SurveyMeter(ResponseTable responses, ItemScoreTable items)
{
    /// <summary>In the framework's order.</summary>
    public async Task<ImmutableArray<SampleMeter>> OfAsync(AgencySurvey survey, CancellationToken stop)
    {
        var framework = FrameworkCatalogue.Get(survey.Record.Year);
        var forms = QuestionList.All(framework).Where(form => !form.Questions.IsEmpty).ToList();
        var counts = await Task.WhenAll(forms.Select(form => GotAsync(survey.Record, form, stop)));
        return [.. forms.Zip(counts, (form, got) => SampleMeter.Of(framework, form.Code, survey.Agency, got))];
    }

    // What a file brings is counted there: sheets of a form and a file of the same survey are never both.
    private async Task<int> GotAsync(SurveyRecord survey, QuestionList form, CancellationToken stop) =>
        await responses.CountAsync(survey.Year, survey.Agency, form.Code, stop) is > 0 and var sheets ? sheets : await FromFileAsync(survey, form, stop);

    private async Task<int> FromFileAsync(SurveyRecord survey, QuestionList form, CancellationToken stop)
    {
        var known = await items.FindAsync(survey.Year, [survey.Agency], stop);
        return known.TryGetValue(survey.Agency, out var found)
            ? form.Items.Max(item => found.Sheet.Scores.GetValueOrDefault(new ScoreKey(item.Item.Code, form.Part?.Code))?.Respondents ?? 0)
            : 0;
    }
}
