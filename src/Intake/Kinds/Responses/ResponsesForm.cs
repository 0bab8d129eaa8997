using Ita.Domain.Responses;
using Ita.Intake.Forms;
using static Ita.Intake.Forms.Form;

namespace Ita.Intake.Kinds.Responses;

/// <summary>The wide form of one survey: a column a question, or a sub-question where an item has them; one row to be filled in and copied.</summary>
internal static class ResponsesForm
{
    public static byte[] Write(Form form)
    {
        var code = form.Instrument;
        var survey = Surveys(form.Framework).FirstOrDefault(survey => code is null || survey.Code == code)
            ?? throw new ArgumentException($"No survey {code} in {form.Framework.Year}.", nameof(form));
        var questions = survey.Questions.Select(question => question.Code);
        return new CsvForm([.. StartTitles, Title(Column.Instrument), Title(Column.Respondent), .. questions])
            .Row([.. form.Start, survey.Code, "1"])
            .ToBytes();
    }

    public static IEnumerable<QuestionList> Surveys(Framework framework) => QuestionList.All(framework).Where(survey => !survey.Questions.IsEmpty);
}
