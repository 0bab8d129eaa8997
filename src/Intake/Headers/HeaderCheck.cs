namespace Ita.Intake.Headers;

/// <summary>What the header row tells: the kind of file, or why it cannot be read.</summary>
internal sealed class HeaderCheck
{
    private readonly HeaderRow header;
    private readonly IntakeLimits limits;
    private readonly ImmutableArray<KindColumns> kinds;

    public HeaderCheck(HeaderRow header, IntakeLimits limits, ImmutableArray<KindColumns> kinds)
    {
        this.header = header;
        this.limits = limits;
        this.kinds = kinds;
        Kind = FindKind();
        Refusal = FirstRefusal();
        var isReadable = Kind is not null && Refusal?.Code != ProblemCatalogue.TooManyColumns.Code && !header.HasGarbledTitle;
        Notes = !isReadable ? [] : [.. UnknownColumns(), .. Questions(), .. UnusedColumns(Kind!), .. FormColumns(Kind!)];
    }

    public KindColumns? Kind { get; }

    /// <summary>Whether the kind was found by a column that only this kind has.</summary>
    public bool HasSign => Kind is not null && Kind.Signs.Any(header.Columns.Contains);

    /// <summary>The columns by which the kind was found.</summary>
    public ImmutableArray<string> ToldBy => Kind is null
        ? []
        : [.. Kind.Signs.Concat(Kind.Hints).Where(header.Columns.Contains).Select(ColumnNames.English)];

    /// <summary>Why nothing below the header can be read; null when it can.</summary>
    public Problem? Refusal { get; }

    public ImmutableArray<Problem> Notes { get; }

    private KindColumns? FindKind()
    {
        // A file that may have indicators is not one of totals alone.
        var possible = header.MayHaveIndicators ? kinds.RemoveAll(kind => kind.Kind is FileKind.Totals) : kinds;
        var found = KindColumns.Find(possible, header.Columns);
        var hasSign = found is not null && found.Signs.Any(header.Columns.Contains);
        return !hasSign && header.Columns.Contains(Column.FormDetail) && header.MayBeQuestions.Any()
            ? kinds.First(kind => kind.Kind is FileKind.Responses)
            : found;
    }

    private Problem? FirstRefusal() => TooManyColumns() ?? Garbled() ?? UnknownKind() ?? Duplicate() ?? Missing(Kind!);

    private Problem? TooManyColumns() => header.Count <= limits.Columns
        ? null
        : new Fault(ProblemCatalogue.TooManyColumns)
            .With("actual", header.Count.ToString(CultureInfo.InvariantCulture))
            .With("limit", limits.Columns.ToString(CultureInfo.InvariantCulture))
            .At(header.Line);

    private Problem? Garbled() => header.HasGarbledTitle ? new Fault(ProblemCatalogue.BrokenCharacters).At(header.Line) : null;

    private Problem? UnknownKind() => Kind is not null
        ? null
        : new Fault(ProblemCatalogue.UnknownKind).With("kinds", string.Join("; ", kinds)).At(header.Line);

    private Problem? Duplicate() => header.Duplicates
        .Select(pair => new Fault(ProblemCatalogue.DuplicateColumn)
            .With("other", pair.First)
            .At(header.Line, pair.Title, pair.Title))
        .FirstOrDefault();

    private Problem? Missing(KindColumns kind)
    {
        var missing = kind.Required.Where(column => !header.Columns.Contains(column)).Select(ColumnNames.Both).ToList();
        return missing.Count == 0
            ? null
            : new Fault(ProblemCatalogue.MissingColumns)
                .With("columns", string.Join(", ", missing))
                .With("kind", kind.KindName)
                .At(header.Line);
    }

    private bool HasQuestions => Kind is { Kind: FileKind.Responses } && Kind.Required.Contains(Column.Question);

    private IEnumerable<Problem> UnknownColumns() => header.Unknown
        .Where(column => !HasQuestions || !QuestionTitles.MayBe(column.Title))
        .Select(column => new Fault(ProblemCatalogue.UnknownColumn)
        .With("nearest", ColumnNames.Nearest(column.Title))
        .At(header.Line, Shown(column), Shown(column)));

    private IEnumerable<Problem> Questions() => (HasQuestions ? header.MayBeQuestions : []).Select(column =>
    {
        var (code, year) = header.AllQuestions.Nearest(column.Title);
        var letters = ColumnTitle.Letters(column.Index);
        return new Fault(ProblemCatalogue.QuestionUnknown).With("nearest", code).With("year", year.ToString()).At(header.Line, letters, letters);
    });

    private IEnumerable<Problem> FormColumns(KindColumns kind) => header.LettersOfForm(kind).ToList() is { Count: > 0 } letters
        ? [new Fault(ProblemCatalogue.ColumnsNotStored).At(header.Line, string.Join(", ", letters), string.Join(", ", letters))]
        : [];

    // A header row that cannot be read may be none at all but the first row of people's answers.
    private string Shown((string Title, string Shown) column) =>
        Refusal is null || ColumnNames.Resembles(column.Title) ? column.Shown : ShownValue.OfCode(column.Title);

    private IEnumerable<Problem> UnusedColumns(KindColumns kind) => header.UnusedBy(kind).Select(title => new Fault(ProblemCatalogue.UnusedColumn)
        .With("kind", kind.KindName)
        .At(header.Line, title, title));
}
