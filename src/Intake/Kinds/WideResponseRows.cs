using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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
    private readonly Dictionary<Questionnaire, Place[]> asked = [];
    private Place[] places = [];
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override bool ReadAgain(TableRows rows, PlainRow row)
    {
        if (Again(row) is not { } tally || CellText.IsBlank(row.Cell(columns[0].Index)))
        {
            return false;
        }

        tally.LastLine = Report.Line;
        ReadNaming(rows, Last!);
        Turn(tally.Questionnaire);
        ReadPlain(row, Last!.Book, tally);
        return true;
    }

    protected override void Read(TableRows rows, YearBook book, AnswerTally tally)
    {
        Turn(tally.Questionnaire);
        if (rows.Plain is { } plain)
        {
            ReadPlain(plain, book, tally);
        }
        else
        {
            ReadAsked(rows, book, tally);
        }
    }

    // Fifteen million cells of a nation's answers pass here: optimised at once, and without a call for what is known.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadPlain(PlainRow row, YearBook book, AnswerTally tally)
    {
        var sums = tally.Sums;
        foreach (ref readonly var place in places.AsSpan())
        {
            var cell = row.Window(place.Column);
            if (cell.Length == 0)
            {
                continue;
            }

            if (place.Known is { } known && known.TryFind(cell, out var units))
            {
                sums.Add(place.Number, units);
            }
            else
            {
                Take(tally, place.Question, row.Cell(place.Column), place.Column, book);
            }
        }
    }

    private void ReadAsked(TableRows rows, YearBook book, AnswerTally tally)
    {
        foreach (var place in places)
        {
            var cell = rows.Cell(place.Column);
            if (!cell.IsEmpty)
            {
                Take(tally, place.Question, cell, place.Column, book);
            }
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
        if (!asked.TryGetValue(questionnaire, out places!))
        {
            places = PlacesOf(questionnaire);
            asked.Add(questionnaire, places);
        }
    }

    /// <summary>A question stands in one column: of two spellings (e1, ep1) the first is read, and a filled cell of the other is an error.</summary>
    private Place[] PlacesOf(Questionnaire questionnaire)
    {
        var taken = new HashSet<Question>(ReferenceEqualityComparer.Instance);
        return [.. columns.Select(column => (column.Index, Question: questionnaire.Find(column.Question)))
            .Select(column => Place.Of(column.Index, column.Question is { } question && taken.Add(question) ? question : null))];
    }

    /// <summary>A column and what is asked there.</summary>
    /// <param name="Question">Null where this survey asks nothing, or has asked it in an earlier column.</param>
    /// <param name="Known">The spellings that need no other look; null where each answer has to be looked at.</param>
    private readonly record struct Place(int Column, int Number, Question? Question, KnownAnswers? Known)
    {
        public static Place Of(int column, Question? question) =>
            new(column, question?.Number ?? 0, question, question is { Item.HasSubQuestions: false } ? question.Answers.Known : null);
    }
}
