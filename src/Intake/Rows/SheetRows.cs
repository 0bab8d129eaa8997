using Ita.Domain.Texts;

namespace Ita.Intake.Rows;

/// <summary>What the kinds of file that state scores have in common.</summary>
internal abstract class SheetRows(RowContext context) : RowReader(context)
{
    /// <summary>Stands for a number of respondents that the file does not state.</summary>
    protected const int NotStated = -1;

    private readonly NamingCells naming = new(context.Header);
    private readonly int nameColumn = context.Header.IndexOf(Column.Name);
    private readonly CellCache<string> labels = new(LabelCell.Read);
    private readonly HashSet<YearBook> books = [];
    private YearBook? lastBook;
    private ImmutableArray<SheetDraft> standing;

    /// <summary>The sheets of the agencies without a bad row. Each is built when it is enumerated.</summary>
    protected IReadOnlyCollection<ScoreSheet> Sheets() => new DraftedSheets(Standing(), ToSheet);

    protected ImmutableArray<Agency> Agencies() => !naming.HasAny ? [] :
        [.. Standing().Select(draft => draft.Naming.ToAgency(draft.Year, draft.Code)).OfType<Agency>()];

    protected override void Read(TableRows rows, YearBook book, string code)
    {
        if (!ReferenceEquals(book, lastBook))
        {
            lastBook = book;
            books.Add(book);
        }

        var draft = book.DraftOf(code);
        if (naming.HasAny)
        {
            draft.Naming.Read(rows, naming, Report);
        }

        Read(rows, book, draft);
    }

    protected abstract void Read(TableRows rows, YearBook book, SheetDraft draft);

    protected override string? NameOf(YearBook book, string code) => book.DraftOf(code).Naming.Name;

    protected void State(SheetDraft draft, int key, decimal score, int respondents, int column)
    {
        if (!draft.TryAdd(key, new(Report.Line, respondents, score), out var earlier))
        {
            Report.Note(Duplicate(earlier.Line, FormattableString.Invariant($"{earlier.Score}"), earlier.Score == score), column);
        }
    }

    /// <summary>Keeps what the row calls a score: in the column for it, or else in the item's own cell.</summary>
    protected void KeepLabel(TableRows rows, SheetDraft draft, int key, string? ownLabel)
    {
        string? label = null;
        if (nameColumn >= 0)
        {
            Report.TakeOnceShowing(labels.Read(rows.Cell(nameColumn)), nameColumn, shown: null, out label);
        }

        if ((string.IsNullOrEmpty(label) ? ownLabel : label) is { } kept)
        {
            draft.Label(key, kept);
        }
    }

    protected void StateRating(SheetDraft draft, int column)
    {
        var words = Report.TakeText(column, TextLimits.Rating);
        if (words.Length == 0)
        {
            return;
        }

        if (draft.Rating is { } earlier)
        {
            Report.NoteShowing(Duplicate(earlier.Line, ShownRating(draft, earlier.Words), earlier.Words == words), column, ShownRating(draft, words));
        }
        else
        {
            draft.Rating = (words, Report.Line);
        }
    }

    /// <summary>A rating as a problem may show it: in full where the year has one of that name.</summary>
    private static string ShownRating(SheetDraft draft, string words) =>
        draft.Book.Framework.Rating.Bands.Any(band => CellText.Plain(band.Name) == CellText.Plain(words))
            ? ShownValue.OfWords(words)
            : ShownValue.Of(words);

    private static Fault Duplicate(int line, string value, bool isSame) =>
        new Fault(isSame ? ProblemCatalogue.DuplicateSame : ProblemCatalogue.DuplicateItem)
            .With("otherLine", FormattableString.Invariant($"{line}"))
            .With("otherValue", value);

    public override void Finish()
    {
        base.Finish();
        var search = new FractionSearch(Report, Header, ColumnOf);
        foreach (var book in books)
        {
            foreach (var draft in search.Find(book, book.Drafts.Where(draft => !Fallen.Contains(draft.Code))))
            {
                TakeOut(draft.Code);
            }
        }

        Verdict = search.Refusal;
    }

    /// <summary>The index of the column with the scores of a key; -1 when there is none.</summary>
    protected virtual int ColumnOf(ScoreKey key) => Header.IndexOf(Column.Score);

    /// <summary>The agencies and years that no bad row has taken out, in order; to be asked for when all rows have been read.</summary>
    protected ImmutableArray<SheetDraft> Standing()
    {
        if (standing.IsDefault)
        {
            var drafts = books.SelectMany(book => book.Drafts).Where(draft => !Fallen.Contains(draft.Code)).ToList();
            drafts.Sort((one, other) => one.Year == other.Year ? string.CompareOrdinal(one.Code, other.Code) : one.Year.CompareTo(other.Year));
            standing = [.. drafts];
        }

        return standing;
    }

    protected virtual ScoreSheet ToSheet(SheetDraft draft) => draft.ToSheet();

    private sealed class DraftedSheets(ImmutableArray<SheetDraft> drafts, Func<SheetDraft, ScoreSheet> toSheet) : IReadOnlyCollection<ScoreSheet>
    {
        public int Count => drafts.Length;

        public IEnumerator<ScoreSheet> GetEnumerator() => drafts.Select(toSheet).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
