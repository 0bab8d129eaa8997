namespace Ita.Intake.Kinds.Responses;

/// <summary>Rows of one answer each. The respondent's id is used only to find a question answered twice.</summary>
internal sealed class LongResponseRows(RowContext context) : ResponseRows(context)
{
    private readonly int respondentColumn = context.Header.IndexOf(Column.Respondent);
    private readonly int itemColumn = context.Header.IndexOf(Column.Item);
    private readonly int answerColumn = context.Header.IndexOf(Column.Answer);
    private readonly Respondents respondents = new(context.Report, context.Header.IndexOf(Column.Respondent), context.Limits);

    protected override void Read(TableRows rows, YearBook book, AnswerTally tally)
    {
        var hasItem = Report.Take(tally.Questionnaire.Cells.Read(rows.Cell(itemColumn)), itemColumn, out var question);
        var respondent = respondents.Find(rows);
        if (CellText.IsBlank(respondent))
        {
            Report.NoteShowing(new(ProblemCatalogue.RespondentEmpty), respondentColumn, shown: null);
            return;
        }

        if (hasItem && TakeAnswer(rows, tally, question))
        {
            respondents.Mark(tally, respondent, [question.Number], itemColumn);
            Refusal = respondents.Refusal;
        }
    }

    private bool TakeAnswer(TableRows rows, AnswerTally tally, Question question)
    {
        var cell = rows.Cell(answerColumn);
        return Take(question.Answers.Read(cell), tally, question, cell, answerColumn);
    }
}
