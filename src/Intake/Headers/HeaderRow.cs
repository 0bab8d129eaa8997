using Ita.Domain.Texts;

namespace Ita.Intake.Headers;

/// <summary>The header row: the index of each known column, and how the file spells it.</summary>
internal sealed class HeaderRow
{
    private readonly ImmutableArray<string> titles;
    private readonly ImmutableArray<string> shownTitles;
    private readonly ImmutableArray<ColumnName?> names;

    public HeaderRow(TableRows rows, QuestionTitles questions)
        : this(rows.Line, [.. Enumerable.Range(0, rows.CellCount).Select(index => CellText.Trimmed(rows.Cell(index)))], questions)
    {
    }

    /// <param name="line">The last line of the header.</param>
    public HeaderRow(int line, ImmutableArray<string> titles, QuestionTitles questions)
    {
        AllQuestions = questions;
        Line = line;
        this.titles = titles;
        names = Understood();
        shownTitles = [.. titles.Select((title, index) => ColumnTitle.Shown(title, index, questions))];
        Columns = names.OfType<ColumnName>().Select(name => name.Column).ToHashSet();
    }

    public int Line { get; }

    /// <summary>The questions of all years.</summary>
    public QuestionTitles AllQuestions { get; }

    public int Count => titles.Length;

    /// <summary>Whether columns may hold indicators without saying which: below a merged title, titles are numbers alone or blank.</summary>
    public bool MayHaveIndicators => Columns.Contains(Column.Name) || titles.Any(IsOfIndicators) || HasGap;

    /// <summary>Whether several columns without a title are followed by one with a title.</summary>
    private bool HasGap => Unnamed.Any(index => Unnamed.Contains(index + 1) && titles.Skip(index).Any(title => title.Length > 0));

    private static bool IsOfIndicators(string title) =>
        int.TryParse(CellText.WithAsciiDigits(title), NumberStyles.None, CultureInfo.InvariantCulture, out _)
        || ColumnNames.Plain(Column.Ind).Any(name => name != "ind" && CellText.Plain(title).Contains(name, StringComparison.Ordinal));

    public int FilledCells => titles.Count(title => title.Length > 0);

    public IReadOnlySet<Column> Columns { get; }

    /// <summary>Whether a title was read in the wrong encoding.</summary>
    public bool HasGarbledTitle => titles.Any(title => UnreadableText.Find(title) == TextFault.Garbled);

    /// <summary>The titles we do not know, as the file and as a problem has them, empty ones left out.</summary>
    public IEnumerable<(string Title, string Shown)> Unknown => titles
        .Select((title, index) => (title, shownTitles[index]))
        .Where((column, index) => column.title.Length > 0 && names[index] is null);

    /// <summary>The indexes of the columns without a title.</summary>
    public IEnumerable<int> Unnamed => Enumerable.Range(0, Count).Where(index => titles[index].Length == 0);

    /// <summary>The unknown titles that are as long as questions, with their index.</summary>
    public IEnumerable<(string Title, int Index)> MayBeQuestions => titles
        .Select((title, index) => (title, index))
        .Where(column => names[column.index] is null && QuestionTitles.MayBe(column.title));

    /// <summary>The letters of the columns that tell of a respondent's person.</summary>
    public IEnumerable<string> LettersOfForm(KindColumns kind) => Enumerable.Range(0, Count)
        .Where(index => names[index] is { } name && kind.IsOfForm(name.Column))
        .Select(ColumnTitle.Letters);

    /// <summary>The titles that mean the same column as one before them, as a problem may show them.</summary>
    public IEnumerable<(string Title, string First)> Duplicates => shownTitles
        .Select((title, index) => (Title: title, Name: names[index]))
        .Where(column => column.Name is { Column: not Column.FormDetail })
        .GroupBy(column => column.Name)
        .SelectMany(same => same.Skip(1).Select(later => (later.Title, same.First().Title)));

    /// <summary>The name after the number in the title of an indicator's column; null when there is none.</summary>
    public string? LabelAt(int index) => IndicatorTitle.Parse(titles[index])?.Label;

    /// <summary>The index of the column, from 0; -1 when the file does not have it.</summary>
    public int IndexOf(Column column) => names.IndexOf(new ColumnName(column));

    /// <summary>The indexes of those of the columns that the file has.</summary>
    public ImmutableArray<int> ColumnsOf(params ImmutableArray<Column> columns) => [.. columns.Select(IndexOf).Where(index => index >= 0)];

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
        var mayHaveQuestions = !found.Any(name => name?.Column is Column.Ind or Column.Item or Column.Score or Column.Measure);
        return
        [
            .. titles.Select((title, index) => found[index] switch
            {
                null when ColumnNames.FindTitled(title) is { } titled => found.Contains(titled) ? null : titled,
                null => mayHaveQuestions ? AllQuestions.Find(title) : null,
                { Column: Column.Item } when hasItem && ColumnNames.MayBeName(title) => new(Column.Name),
                var name => name,
            }),
        ];
    }
}
