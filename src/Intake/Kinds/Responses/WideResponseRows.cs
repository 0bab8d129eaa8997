using System.Runtime.InteropServices;

namespace Ita.Intake.Kinds.Responses;

/// <summary>
/// Rows with all answers of one respondent, one column per question. An empty cell is a question not answered. The respondent's id, where the file
/// gives one, is used only to find a question answered twice.
/// </summary>
internal sealed class WideResponseRows(RowContext context) : ResponseRows(context)
{
    private readonly ImmutableArray<(string Question, int Index)> columns = [.. context.Header.Questions];
    private readonly Dictionary<Questionnaire, ImmutableArray<AskedColumn>> asked = [];
    private readonly int respondentColumn = context.Header.IndexOf(Column.Respondent);
    private readonly Respondents respondents = new(context.Report, context.Header.IndexOf(Column.Respondent), context.Limits);
    private readonly List<int> answered = [];

    protected override bool SaysNothing(TableRows rows)
    {
        foreach (var (_, column) in columns)
        {
            if (!CellText.IsBlank(rows.Cell(column)))
            {
                return false;
            }
        }

        return true;
    }

    protected override void Read(TableRows rows, YearBook book, AnswerTally tally)
    {
        answered.Clear();
        ReadAnswers(rows, book, tally);
        var respondent = respondents.Find(rows);
        if (!CellText.IsBlank(respondent))
        {
            respondents.Mark(tally, respondent, CollectionsMarshal.AsSpan(answered), respondentColumn);
            Refusal = respondents.Refusal;
        }
    }

    private void ReadAnswers(TableRows rows, YearBook book, AnswerTally tally)
    {
        foreach (var (column, question) in ColumnsOf(tally.Questionnaire))
        {
            var cell = rows.Cell(column);
            if (question is not null)
            {
                var answer = question.Answers.Read(cell);
                if (answer.Value is not null)
                {
                    answered.Add(question.Number);
                }

                if (answer.Value is { } units && !question.HasOtherForm)
                {
                    tally.Add(question.Number, units);
                }
                else
                {
                    Take(answer, tally, question, cell, column);
                }
            }
            else if (!CellText.IsBlank(cell))
            {
                Report.NoteShowing(
                    new Fault(ProblemCatalogue.ItemNotAsked).With("instrument", tally.Questionnaire.Code).With("year", book.Year.ToString()),
                    column,
                    shown: null);
            }
        }
    }

    private ImmutableArray<AskedColumn> ColumnsOf(Questionnaire questionnaire)
    {
        if (!asked.TryGetValue(questionnaire, out var found))
        {
            found = FindColumns(questionnaire);
            asked.Add(questionnaire, found);
        }

        return found;
    }

    /// <summary>Each question has one column: of two spellings (e1, ep1) the first is read, and a filled cell of the other is an error.</summary>
    private ImmutableArray<AskedColumn> FindColumns(Questionnaire questionnaire)
    {
        var taken = new HashSet<Question>(ReferenceEqualityComparer.Instance);
        return [.. columns.Select(column => (column.Index, Question: questionnaire.Find(column.Question)))
            .Select(column => new AskedColumn(column.Index, column.Question is { } question && taken.Add(question) ? question : null))];
    }

    /// <param name="Question">Null where this survey does not ask it, or an earlier column has it.</param>
    private readonly record struct AskedColumn(int Column, Question? Question);
}
