using System.Collections.Immutable;
using Ita.Domain.Frameworks;
using Ita.Intake.Answers;
using Ita.Intake.Cells;
using Ita.Intake.Headers;
using Ita.Intake.Problems;
using Ita.Intake.Tables;

namespace Ita.Intake.Kinds;

/// <summary>Rows of one respondent each, one column a question. An empty cell is a question not answered; who answered is not read.</summary>
internal sealed class WideResponseRows(HeaderRow header, RowReport report, Func<int, Framework?> frameworks)
    : ResponseRows(header, report, frameworks)
{
    private readonly ImmutableArray<(string Question, int Index)> columns = [.. header.Questions];
    private readonly Dictionary<Questionnaire, Question?[]> asked = [];
    private Question?[] questions = [];
    private Questionnaire? last;

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
        Turn(tally.Questionnaire);
        for (var place = 0; place < columns.Length; place++)
        {
            var column = columns[place].Index;
            var cell = rows.Cell(column);
            if (cell.IsEmpty)
            {
                continue;
            }

            if (questions[place] is { } question && question.Answers.TryReadKnown(cell, out var units) && !question.Item.HasSubQuestions)
            {
                tally.Add(question, units);
                continue;
            }

            Take(tally, questions[place], cell, column, book);
        }
    }

    private void Take(AnswerTally tally, Question? question, ReadOnlySpan<byte> cell, int column, YearBook book)
    {
        if (question is not null)
        {
            Tally(tally, question, cell, column);
        }
        else if (!CellText.IsBlank(cell))
        {
            Report.NoteShowing(
                new Fault(ProblemCatalogue.ItemNotAsked).With("instrument", tally.Questionnaire.Code).With("year", book.Year.ToString()),
                column,
                shown: null);
        }
    }

    /// <summary>Finds the questions that the columns are, in this survey; rows of one survey mostly stand together.</summary>
    private void Turn(Questionnaire questionnaire)
    {
        if (ReferenceEquals(questionnaire, last))
        {
            return;
        }

        last = questionnaire;
        if (!asked.TryGetValue(questionnaire, out questions!))
        {
            questions = QuestionsOf(questionnaire);
            asked.Add(questionnaire, questions);
        }
    }

    /// <summary>A question stands in one column: of two spellings (e1, ep1) the first is read, and a filled cell of the other is an error.</summary>
    private Question?[] QuestionsOf(Questionnaire questionnaire)
    {
        var taken = new HashSet<Question>(ReferenceEqualityComparer.Instance);
        return [.. columns
            .Select(column => questionnaire.Find(column.Question))
            .Select(question => question is not null && taken.Add(question) ? question : null)];
    }
}
