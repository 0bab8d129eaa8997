namespace Ita.Intake.Headers;

/// <summary>The columns of one kind of file, or of one form where a kind has two.</summary>
/// <param name="Signs">Columns that distinguish the kind from the others. The kind with the most of them in the header is taken.</param>
/// <param name="Hints">Columns that every kind may have; they decide for this kind only when the header has no sign of any.</param>
internal sealed record KindColumns(
    FileKind Kind, ImmutableArray<Column> Required, ImmutableArray<Column> Optional, ImmutableArray<Column> Signs, ImmutableArray<Column> Hints)
{
    /// <summary>As our own documents spell it.</summary>
    public string KindName => Kind.ToString().ToLowerInvariant();

    /// <summary>A kind with a single sign is taken wherever the header has that column.</summary>
    private bool IsToldByOne => Signs.Length == 1;

    /// <summary>Whether files of the kind may have the column. Those that survey services add may be in any file.</summary>
    public bool Uses(Column column) => Required.Contains(column) || Optional.Contains(column) || IsOfForm(column);

    /// <summary>Whether the column tells of a respondent's person and is left out; in files of answers a name is a respondent's.</summary>
    public bool IsOfForm(Column column) => column is Column.FormDetail || (Kind is FileKind.Responses && column is Column.Name);

    /// <summary>The kind with the most of its signs in the header, the first of equals; null when no kind has a sign or hint there.</summary>
    /// <param name="kinds">In the order in which they are tried.</param>
    public static KindColumns? Find(IEnumerable<KindColumns> kinds, IReadOnlySet<Column> header) => kinds
        .Where(kind => kind.Signs.Any(header.Contains) || kind.Hints.Any(header.Contains))
        .OrderByDescending(kind => kind.IsToldByOne && kind.Signs.Any(header.Contains))
        .ThenByDescending(kind => kind.Signs.Count(header.Contains))
        .FirstOrDefault();

    public override string ToString() =>
        $"{KindName}: {string.Join(", ", Required.Select(ColumnNames.English))}"
        + $" ({string.Join(", ", Optional.Select(ColumnNames.English))})";
}
