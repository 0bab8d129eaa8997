namespace Ita.Intake.Kinds.Responses;

/// <summary>Rows of one answer each. The respondent's id is used only to find a question answered twice.</summary>
internal sealed class LongResponseRows(RowContext context) : ResponseRows(context)
{
    private readonly int respondentColumn = context.Header.IndexOf(Column.Respondent);
    private readonly int itemColumn = context.Header.IndexOf(Column.Item);
    private readonly int answerColumn = context.Header.IndexOf(Column.Answer);
    private readonly byte[] key = RespondentMarks.CreateKey();
    private int respondents;

    protected override void Read(TableRows rows, YearBook book, AnswerTally tally)
    {
        var hasItem = Report.Take(tally.Questionnaire.Cells.Read(rows.Cell(itemColumn)), itemColumn, out var question);
        var respondent = Plain(rows.Cell(respondentColumn).Trim(" \t"u8));
        if (CellText.IsBlank(respondent))
        {
            Report.NoteShowing(new(ProblemCatalogue.RespondentEmpty), respondentColumn, shown: null);
            return;
        }

        if (hasItem && TakeAnswer(rows, tally, question) && !Mark(tally, respondent, question))
        {
            Report.NoteShowing(new Fault(ProblemCatalogue.DuplicateAnswer).With("item", question.Code), itemColumn, question.Code);
        }
    }

    private bool TakeAnswer(TableRows rows, AnswerTally tally, Question question)
    {
        var cell = rows.Cell(answerColumn);
        return Take(question.Answers.Read(cell), tally, question, cell, answerColumn);
    }

    // Two spellings that look the same are one person: a space that does not break, a mark without width.
    private static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> respondent) => respondent.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) < 0
        ? respondent
        : Encoding.UTF8.GetBytes(CellText.Trimmed(respondent));

    /// <returns>False when this respondent has answered this question already.</returns>
    private bool Mark(AnswerTally tally, ReadOnlySpan<byte> respondent, Question question)
    {
        var marks = tally.Respondents ??= new(key);
        var before = marks.Count;
        var isFirst = marks.Mark(respondent, question.Number);
        respondents += marks.Count - before;
        if (respondents > Limits.Respondents)
        {
            Refusal = new Fault(ProblemCatalogue.TooManyRespondents).With("limit", Limits.Respondents.ToString("#,0", CultureInfo.InvariantCulture));
        }

        return isFirst;
    }
}
