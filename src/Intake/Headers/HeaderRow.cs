namespace Ita.Intake.Headers;

/// <summary>The header row: the index of each known column, and how the file spells it.</summary>
internal sealed class HeaderRow
{
    private readonly ImmutableArray<string> titles;
    private readonly ImmutableArray<string> shownTitles;
    private readonly ImmutableArray<ColumnName?> names;

    public HeaderRow(TableRows rows)
        : this(rows.Line, [.. Enumerable.Range(0, rows.CellCount).Select(index => CellText.Trimmed(rows.Cell(index)))])
    {
    }

    /// <param name="line">The last line of the header.</param>
    public HeaderRow(int line, ImmutableArray<string> titles)
    {
        Line = line;
        this.titles = titles;
        names = Understood();
        shownTitles = [.. titles.Select(ColumnTitle.Shown)];
        Columns = names.OfType<ColumnName>().Select(name => name.Column).ToHashSet();
    }

    public int Line { get; }

    public int Count => titles.Length;

    public int FilledCells => titles.Count(title => title.Length > 0);

    public IReadOnlySet<Column> Columns { get; }

    /// <summary>The titles we do not know, as the file and as a problem has them, empty ones left out.</summary>
    public IEnumerable<(string Title, string Shown)> Unknown => titles
        .Select((title, index) => (title, shownTitles[index]))
        .Where((column, index) => column.title.Length > 0 && names[index] is null);

    /// <summary>The titles that mean the same column as one before them, as a problem may show them.</summary>
    public IEnumerable<(string Title, string First)> Duplicates => shownTitles
        .Select((title, index) => (Title: title, Name: names[index]))
        .Where(column => column.Name is not null)
        .GroupBy(column => column.Name)
        .SelectMany(same => same.Skip(1).Select(later => (later.Title, same.First().Title)));

    /// <summary>The name after the number in the title of an indicator's column; null when there is none.</summary>
    public string? LabelAt(int index) => IndicatorTitle.Parse(titles[index])?.Label;

    /// <summary>The index of the column, from 0; -1 when the file does not have it.</summary>
    public int IndexOf(Column column) => names.IndexOf(new ColumnName(column));

    /// <summary>Each indicator's column with its index.</summary>
    public IEnumerable<(ColumnName Name, int Index)> Indicators => names
        .Select((name, index) => (name, index))
        .Where(column => column.name is { Column: Column.Ind })
        .Select(column => (column.name!.Value, column.index));

    /// <summary>Each question's column with its index.</summary>
    public IEnumerable<(string Question, int Index)> Questions => names
        .Select((name, index) => (name, index))
        .Where(column => column.name is { Column: Column.Question })
        .Select(column => (column.name!.Value.Question!, column.index));

    /// <summary>The columns that <paramref name="kind"/> uses, whatever their order.</summary>
    public IReadOnlySet<ColumnName> UsedBy(KindColumns kind) =>
        names.OfType<ColumnName>().Where(name => kind.Uses(name.Column)).ToHashSet();

    /// <summary>For each of these titles, the index of the same column in <paramref name="other"/>; -1 where it has none.</summary>
    public ImmutableArray<int> IndexesIn(HeaderRow other) => [.. names.Select(name => name is null ? -1 : other.names.IndexOf(name))];

    /// <summary>The titles of known columns that <paramref name="kind"/> does not use, as a problem may show them.</summary>
    public IEnumerable<string> UnusedBy(KindColumns kind) =>
        shownTitles.Where((_, index) => names[index] is { } name && !kind.Uses(name.Column));

    /// <summary>The title as the file spells it; empty for none.</summary>
    public string TitleAt(int index) => index >= 0 && index < titles.Length ? titles[index] : "";

    /// <summary>Null for a column that is not known, or that the header does not have.</summary>
    public ColumnName? NameAt(int index) => index >= 0 && index < names.Length ? names[index] : null;

    /// <summary>The column's title as a problem may show it.</summary>
    public string ShownTitleAt(int index) => shownTitles[index];

    private ImmutableArray<ColumnName?> Understood()
    {
        var found = titles.Select(title => title.Length == 0 ? null : ColumnNames.Find(title)).ToImmutableArray();
        var hasItem = found.Where((name, index) => name?.Column is Column.Item && !ColumnNames.MayBeName(titles[index])).Any();
        return
        [
            .. titles.Select((title, index) => found[index] switch
            {
                null => ColumnNames.FindTitled(title) is { } titled && !found.Contains(titled) ? titled : null,
                { Column: Column.Item } when hasItem && ColumnNames.MayBeName(title) => new(Column.Name),
                var name => name,
            }),
        ];
    }
}
