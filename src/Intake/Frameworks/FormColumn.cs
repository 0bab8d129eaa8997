namespace Ita.Intake.Frameworks;

/// <summary>How the text of a cell becomes a value.</summary>
internal enum CellKind
{
    Text,
    Number,

    /// <summary>ใช่ or ไม่ใช่, yes or no.</summary>
    YesNo,

    /// <summary>Codes with commas or spaces between them.</summary>
    Codes,

    /// <summary>Numbers with commas or spaces between them.</summary>
    Numbers,

    /// <summary>Texts, each on its own line of the cell.</summary>
    Lines,
}

/// <summary>A column of the form of a framework.</summary>
/// <param name="Member">The member of the row's object, with dots: <c>weight.value</c>.</param>
/// <param name="MayBeEmpty">Whether an empty cell stands for null.</param>
/// <param name="Words">The words that may be chosen; null for any text.</param>
internal sealed record FormColumn(string Member, string Th, string En, CellKind Kind, bool MayBeEmpty = false, ImmutableArray<string>? Words = null)
{
    public string Title => $"{Th} ({En})";

    public bool IsCalled(string title) => new[] { Title, Th, En }.Any(name => CellText.Plain(name) == CellText.Plain(title));
}

/// <summary>A sheet of the form.</summary>
/// <param name="Name">English, in small letters.</param>
/// <param name="Member">Where its rows belong in the JSON of a framework.</param>
internal sealed record FormSheet(string Name, string Th, string Member, ImmutableArray<FormColumn> Columns)
{
    public string Title => $"{Th} {Name}";

    public bool IsCalled(string name) => new[] { Title, Th, Name }.Any(one => CellText.Plain(one) == CellText.Plain(name));
}
