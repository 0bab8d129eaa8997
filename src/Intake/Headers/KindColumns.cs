namespace Ita.Intake.Headers;

/// <summary>The columns of one kind of file, or of one form where a kind has two.</summary>
/// <param name="Signs">Columns by which the kind is told from the others: the kind with the most of them, or the one whose only sign it is.</param>
/// <param name="Hints">Columns that every kind may have: they tell this one only when there is no sign at all.</param>
internal sealed record KindColumns(
    FileKind Kind, ImmutableArray<Column> Required, ImmutableArray<Column> Optional, ImmutableArray<Column> Signs, ImmutableArray<Column> Hints)
{
    /// <summary>As our own documents spell it.</summary>
    public string KindName => Kind.ToString().ToLowerInvariant();

    /// <summary>A kind with one sign is told by it, whatever else stands in the header.</summary>
    private bool IsToldByOne => Signs.Length == 1;

    public bool Uses(Column column) => Required.Contains(column) || Optional.Contains(column);

    /// <summary>The kind with the most of its signs in the header, the first of equals; null when none has any.</summary>
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
