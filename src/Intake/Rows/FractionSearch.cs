namespace Ita.Intake.Rows;

/// <summary>
/// Finds scores that are fractions of 1, as a percentage is that has lost its format: in one agency, in one of its instruments or levels, and in one
/// column or item of all agencies.
/// </summary>
/// <param name="columnOf">The index of the column that has the scores of a key.</param>
internal sealed class FractionSearch(RowReport report, HeaderRow header, Func<ScoreKey, int> columnOf)
{
    /// <summary>Why the file is refused; null when neither it nor a column of it has fractions only.</summary>
    public Problem? Refusal { get; private set; }

    /// <summary>Reports the agencies of one year whose scores are fractions.</summary>
    /// <param name="drafts">The agencies without a bad row.</param>
    /// <returns>The agencies that are not accepted.</returns>
    public IReadOnlyList<SheetDraft> Find(YearBook book, IEnumerable<SheetDraft> drafts)
    {
        var columns = Enumerable.Range(0, book.KeyCount).Select(_ => new FigureCount()).ToArray();
        var all = new FigureCount();
        List<SheetDraft> fallen = [];
        foreach (var draft in drafts)
        {
            if (HasSmall(draft) && IsOfFractions(draft))
            {
                fallen.Add(draft);
                continue;
            }

            foreach (var (key, score) in draft.Stated)
            {
                columns[key].Add(key, score);
                all.Add(key, score);
            }
        }

        Refusal ??= columns.Append(all).Where(group => group.AreFractions).Select(group => Refused(book, group)).FirstOrDefault();
        return fallen;
    }

    // Nearly every agency has no such score, and needs no further look.
    private static bool HasSmall(SheetDraft draft)
    {
        foreach (var (_, score) in draft.Stated)
        {
            if (score.Score is > 0 and <= 1)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOfFractions(SheetDraft draft)
    {
        var all = new FigureCount();
        var groups = new Dictionary<string, FigureCount>(StringComparer.Ordinal);
        foreach (var (key, score) in draft.Stated)
        {
            all.Add(key, score);
            var (name, isChecklist) = draft.Book.GroupOf(key);
            if (!groups.TryGetValue(name, out var group))
            {
                groups.Add(name, group = new() { IsChecklist = isChecklist });
            }

            group.Add(key, score);
        }

        NoteOnes(draft, all, groups);
        var found = new[] { all }.Concat(groups.Values).FirstOrDefault(group => group.AreFractions);
        if (found is not null)
        {
            var fault = Described(draft.Book, found, ProblemCatalogue.ScoresAreFractions);
            report.NoteAt(fault, draft.FirstLine, Title(draft.Book, found), Shown(found.Example));
        }

        return found is not null;
    }

    /// <summary>A score between 0 and 1 has its warning already; 1 looks like a fraction only beside others.</summary>
    private void NoteOnes(SheetDraft draft, FigureCount all, Dictionary<string, FigureCount> groups)
    {
        foreach (var (key, score) in draft.Stated)
        {
            if (score.Score == 1 && (IsDoubtful(all) || IsDoubtful(groups[draft.Book.GroupOf(key).Name])))
            {
                report.NoteAt(ScoreCell.Fraction(score.Score), score.Line, TitleAt(draft.Book.KeyOf(key)), Shown(score));
            }
        }
    }

    private static bool IsDoubtful(FigureCount group) => group.LookLikeFractions || group.AreFractions;

    private Problem Refused(YearBook book, FigureCount column) => Described(book, column, ProblemCatalogue.ColumnOfFractions)
        .At(column.Example.Line, Title(book, column), Shown(column.Example));

    private static Fault Described(YearBook book, FigureCount group, ProblemKind kind)
    {
        var (first, last) = (book.KeyOf(group.Keys.First), book.KeyOf(group.Keys.Last));
        return new Fault(kind)
            .With("scores", first == last ? first.ToString() : $"{first}–{last}")
            .With("expected", ScoreCell.AsPercent(group.Example.Score));
    }

    private string? Title(YearBook book, FigureCount group) => TitleAt(book.KeyOf(group.Keys.First));

    private string? TitleAt(ScoreKey key) => columnOf(key) is >= 0 and var column ? header.ShownTitleAt(column) : null;

    private static string Shown(StatedScore score) => score.Score.ToString(CultureInfo.InvariantCulture);
}
