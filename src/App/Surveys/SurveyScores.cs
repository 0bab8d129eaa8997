namespace Ita.App.Surveys;

/// <summary>Computes the scores of a survey from its sheets: the mean of each item and its number of
/// answers.</summary>
public sealed class SurveyScores(ResponseTable responses, KnownFrameworks frameworks)
{
    /// <summary>The scores of every form that has a sheet, by integer sums, so that they do not depend on the order of
    /// the sheets.</summary>
    public async Task<ScoreSheet> SheetAsync(SurveyRecord survey, CancellationToken cancellationToken)
    {
        var sums = new List<SheetSums>();
        foreach (var form in QuestionList.All(frameworks.Current.Get(survey.Year)))
        {
            var sheets = await SheetsAsync(survey, form, cancellationToken);
            sums.Add(SheetSums.Sum(form, sheets.Select(sheet => sheet.Sheet)));
        }

        return SheetSums.ToScoreSheet(survey.Year, survey.Agency, sums, "sheets");
    }

    /// <summary>Every sheet of a form with the day it was received.</summary>
    public async Task<List<ReceivedSheet>> SheetsAsync(SurveyRecord survey, QuestionList form, CancellationToken cancellationToken)
    {
        var sheets = new List<ReceivedSheet>();
        await foreach (var stored in responses.AllAsync(survey.Year, survey.Agency, form.Code, cancellationToken))
        {
            sheets.Add(new(AnswerSheet.Unpack(form, stored.Packed), DateOnly.ParseExact(stored.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        return sheets;
    }
}
