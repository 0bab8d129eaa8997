namespace Ita.Intake.Kinds.Responses;

/// <summary>Rows of answers: each is added to its agency's tally and forgotten.</summary>
internal abstract class ResponseRows(RowContext context) : SheetRows(context)
{
    private readonly RowReport report = context.Report.ShowingCodesAlone();
    private readonly int instrumentColumn = context.Header.IndexOf(Column.Instrument);
    private readonly Dictionary<YearBook, CellCache<Questionnaire>> questionnaires = [];
    private readonly Dictionary<SheetDraft, List<AnswerTally>> tallies = [];

    public override IntakeContent Content() => new IntakeContent.ResponsesFile(Sheets(), Agencies());

    public override void Finish()
    {
        base.Finish();
        foreach (var tally in Standing().SelectMany(draft => tallies.GetValueOrDefault(draft, [])))
        {
            foreach (var (item, missing) in tally.Incomplete())
            {
                report.NoteAt(
                    new Fault(ProblemCatalogue.SubQuestionMissing).With("item", item).With("missing", missing), tally.FirstLine);
            }
        }
    }

    protected sealed override void Read(TableRows rows, YearBook book, SheetDraft draft)
    {
        if (report.Take(QuestionnairesOf(book).Read(rows.Cell(instrumentColumn)), instrumentColumn, out var questionnaire))
        {
            var tally = TallyOf(draft, questionnaire);
            tally.LastLine = report.Line;
            Read(rows, book, tally);
        }
    }

    protected override ScoreSheet ToSheet(SheetDraft draft) => draft.ToSheet(tallies.GetValueOrDefault(draft) switch
    {
        null => null,
        [var only] => only.Means(),
        var several => ScoreDictionary.Of(several.SelectMany(tally => tally.Means())),
    });

    private CellCache<Questionnaire> QuestionnairesOf(YearBook book)
    {
        if (!questionnaires.TryGetValue(book, out var found))
        {
            found = new(new Questionnaires(book.Framework).Read);
            questionnaires.Add(book, found);
        }

        return found;
    }

    private AnswerTally TallyOf(SheetDraft draft, Questionnaire questionnaire)
    {
        if (!tallies.TryGetValue(draft, out var known))
        {
            tallies.Add(draft, known = []);
        }

        var tally = known.Find(tally => ReferenceEquals(tally.Questionnaire, questionnaire));
        if (tally is null)
        {
            known.Add(tally = new(questionnaire, report.Line));
        }

        return tally;
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
            report.NoteShowing(fault, column, question.Answers.Shown(cell));
        }

        return answer.Fault is not null || answer.Value is not null;
    }

    private bool IsOneWay(AnswerTally tally, Question question, int column)
    {
        if (!tally.IsMixed(question))
        {
            return true;
        }

        report.NoteShowing(new Fault(ProblemCatalogue.SubQuestionsMixed).With("item", question.Item.Item.Code), column, shown: null);
        return false;
    }
}
