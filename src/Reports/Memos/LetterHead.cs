namespace Ita.Reports.Memos;

/// <summary>
/// What the clerk fills in on a memo or a circular letter; what is left out has the document's usual words or a dotted line to be written
/// on.
/// </summary>
public sealed record LetterHead
{
    /// <summary>The usual words, the rest to be written on.</summary>
    public static LetterHead Blank { get; } = new();

    /// <summary>เรียน: a position, for example นายกองค์การบริหารส่วนตำบล.</summary>
    public string? Addressee { get; init; }

    /// <summary>ส่วนราชการ of a memo; null is the agency itself.</summary>
    public string? Unit { get; init; }

    /// <summary>Of the unit, behind its name on a memo.</summary>
    public string? Telephone { get; init; }

    /// <summary>ที่; with ว for a circular.</summary>
    public string? Number { get; init; }

    /// <summary>วันที่.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>เรื่อง; null is what the report is about.</summary>
    public string? Subject { get; init; }

    /// <summary>Who signs, lowest first; a letter is signed by the last.</summary>
    public ImmutableArray<Signatory> Signatories { get; init; } = [];

    /// <summary>Lines at the right of a letter; empty is the agency's name and place.</summary>
    public ImmutableArray<string> Address { get; init; } = [];

    /// <summary>Lines at the foot of a letter: office and telephone.</summary>
    public ImmutableArray<string> Contact { get; init; } = [];

    /// <summary>สำเนาส่ง.</summary>
    public ImmutableArray<string> CopiesTo { get; init; } = [];
}

/// <param name="Position">For example ปลัดองค์การบริหารส่วนตำบล.</param>
/// <param name="Name">Null leaves it to be written: we know no person unless the clerk types one.</param>
public sealed record Signatory(string Position, string? Name = null);
