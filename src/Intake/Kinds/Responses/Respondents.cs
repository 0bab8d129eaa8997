namespace Ita.Intake.Kinds.Responses;

/// <summary>Finds questions that a respondent of a file answers twice. The respondent's id is used for nothing else.</summary>
internal sealed class Respondents(RowReport report, int column, IntakeLimits limits)
{
    private readonly byte[] key = RespondentMarks.CreateKey();
    private int count;

    /// <summary>Why no further respondents can be checked; null while they can.</summary>
    public Fault? Refusal => count <= limits.Respondents
        ? null
        : new Fault(ProblemCatalogue.TooManyRespondents).With("limit", limits.Respondents.ToString("#,0", CultureInfo.InvariantCulture));

    /// <summary>The id of the row's respondent; blank where the row does not give one.</summary>
    /// <remarks>Two spellings that look the same are one person: a space that does not break, a mark without width.</remarks>
    public ReadOnlySpan<byte> Find(TableRows rows)
    {
        var respondent = rows.Cell(column).Trim(" \t"u8);
        return respondent.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) < 0
            ? respondent
            : Encoding.UTF8.GetBytes(CellText.Trimmed(respondent));
    }

    /// <summary>Notes the questions that a respondent answers, and reports the first that has been answered before.</summary>
    public void Mark(AnswerTally tally, ReadOnlySpan<byte> respondent, ReadOnlySpan<int> questions, int shownColumn)
    {
        var marks = tally.Respondents ??= new(key);
        var before = marks.Count;
        if (marks.Mark(respondent, questions, report.Line) is var (question, line))
        {
            var code = tally.Questionnaire.CodeOf(question);
            report.NoteShowing(
                new Fault(ProblemCatalogue.DuplicateAnswer).With("item", code).With("otherLine", FormattableString.Invariant($"{line}")),
                shownColumn,
                code);
        }

        count += marks.Count - before;
    }
}
