using Ita.Domain.Responses;
using Ita.Intake.Forms;
using Ita.Intake.Workbooks.Writing;

namespace Ita.Intake.Kinds.Responses;

/// <summary>The wide form of one survey: a column a question, or a sub-question where an item has them; one row to be filled in and copied.</summary>
internal static class ResponsesForm
{
    public static FormTable Create(Form form)
    {
        var code = form.Instrument;
        var survey = Surveys(form.Framework).FirstOrDefault(survey => code is null || survey.Code == code)
            ?? throw new ArgumentException($"No survey {code} in {form.Framework.Year}.", nameof(form));
        return new(
            [
                .. FormColumns.Start,
                FormColumns.Create(Column.Instrument, FormColumns.Choices(SameQuestions(form.Framework, survey), isClosed: true)),
                FormColumns.Create(Column.Respondent),
                .. survey.Questions.Select(ColumnFor),
            ],
            [new([.. form.Start, survey.Code, "1"])]);
    }

    public static IEnumerable<QuestionList> Surveys(Framework framework) => QuestionList.All(framework).Where(survey => !survey.Questions.IsEmpty);

    /// <summary>The surveys that have the columns of this one: the parts of its instrument.</summary>
    private static IEnumerable<string> SameQuestions(Framework framework, QuestionList survey) =>
        Surveys(framework).Where(other => other.Instrument == survey.Instrument).Select(other => other.Code);

    private static WorkbookColumn ColumnFor(AskedQuestion question) => FormColumns.Create(
        question.Code, isNumber: false, FormColumns.Choices(question.Options.Select(option => option.Label), prompt: question.Text));
}
