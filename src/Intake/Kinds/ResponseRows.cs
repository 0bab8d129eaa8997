using Ita.Domain.Frameworks;
using Ita.Intake.Answers;
using Ita.Intake.Columns;
using Ita.Intake.Headers;
using Ita.Intake.Problems;
using Ita.Intake.Tables;

namespace Ita.Intake.Kinds;

/// <summary>Rows of answers: each is added to its agency's tally and forgotten.</summary>
internal abstract class ResponseRows(HeaderRow header, RowReport report, Func<int, Framework?> frameworks)
    : SheetRows(header, report.ShowingCodesAlone(), frameworks)
{
    private readonly int instrumentColumn = header.IndexOf(Column.Instrument);

    public override void Finish()
    {
        foreach (var tally in Standing().SelectMany(draft => draft.Tallies))
        {
            foreach (var (item, missing) in tally.Incomplete())
            {
                Report.NoteAt(
                    new Fault(ProblemCatalogue.SubQuestionMissing).With("item", item).With("missing", missing), tally.FirstLine);
            }
        }
    }

    protected sealed override void Read(TableRows rows, YearBook book, SheetDraft draft)
    {
        if (Report.Take(book.Questionnaires.Read(rows.Cell(instrumentColumn)), instrumentColumn, out var questionnaire))
        {
            var tally = draft.TallyOf(questionnaire, Report.Line);
            tally.LastLine = Report.Line;
            Read(rows, book, tally);
        }
    }

    protected abstract void Read(TableRows rows, YearBook book, AnswerTally tally);

    /// <summary>Adds the answer of a cell, or reports what is wrong with it.</summary>
    /// <returns>Whether the cell held something.</returns>
    protected bool Take(Reading<int?> answer, AnswerTally tally, Question question, ReadOnlySpan<byte> cell, int column)
    {
        if (answer.Value is { } units && (!question.HasOtherForm || IsOneWay(tally, question, column)))
        {
            tally.Add(question.Number, units);
        }

        if (answer.Fault is { } fault)
        {
            Report.NoteShowing(fault, column, question.Answers.Shown(cell));
        }

        return answer.Fault is not null || answer.Value is not null;
    }

    private bool IsOneWay(AnswerTally tally, Question question, int column)
    {
        if (!tally.IsMixed(question))
        {
            return true;
        }

        Report.NoteShowing(new Fault(ProblemCatalogue.SubQuestionsMixed).With("item", question.Item.Item.Code), column, shown: null);
        return false;
    }
}
