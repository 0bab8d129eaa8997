namespace Ita.Reports.Memos;

/// <summary>
/// The fields that a clerk fills in on a memo or circular letter. Empty fields get the default text of the document or a dotted line to write on.
/// </summary>
public sealed record LetterHead
{
    /// <summary>A letterhead with no field filled in.</summary>
    public static LetterHead Blank { get; } = new();

    /// <summary>Addressee (เรียน): a position, for example นายกองค์การบริหารส่วนตำบล.</summary>
    public string? Addressee { get; init; }

    /// <summary>Unit that sends a memo (ส่วนราชการ); null for the agency itself.</summary>
    public string? Unit { get; init; }

    /// <summary>Telephone of the unit, printed after its name on a memo.</summary>
    public string? Telephone { get; init; }

    /// <summary>Reference number (ที่), with ว for a circular.</summary>
    public string? Number { get; init; }

    /// <summary>Date (วันที่).</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Subject (เรื่อง); null for the default subject of the report.</summary>
    public string? Subject { get; init; }

    /// <summary>The signatories of a memo, lowest position first; a letter is signed by the last one only.</summary>
    public ImmutableArray<Signatory> Signatories { get; init; } = [];

    /// <summary>Lines at the top right of a letter; when empty, the agency's name and place.</summary>
    public ImmutableArray<string> Address { get; init; } = [];

    /// <summary>Lines at the bottom of a letter: office and telephone.</summary>
    public ImmutableArray<string> Contact { get; init; } = [];

    /// <summary>Copies to (สำเนาส่ง).</summary>
    public ImmutableArray<string> CopiesTo { get; init; } = [];

    /// <summary>This head of a memo with the values of the settings where it has none.</summary>
    public LetterHead ForMemo(ReportSettings settings) => this with
    {
        Addressee = Addressee ?? settings.Addressee,
        Unit = Unit ?? settings.Unit,
        Telephone = Telephone ?? settings.Telephone,
        Signatories = Signatories.IsEmpty ? settings.Signatories : Signatories,
    };

    /// <summary>This head of a circular letter with the values of the settings where it has none.</summary>
    public LetterHead ForCircular(ReportSettings settings) => this with
    {
        Addressee = Addressee ?? settings.CircularAddressee,
        Signatories = Signatories.IsEmpty ? settings.Signatories : Signatories,
        Address = Address.IsEmpty ? settings.Address : Address,
        Contact = Contact.IsEmpty ? ContactOf(settings) : Contact,
    };

    /// <summary>A telephone number as a letter has it, on one line.</summary>
    internal static string Dial(string telephone) => $"โทร.\u00a0{telephone.Replace(' ', '\u00a0')}";

    private static ImmutableArray<string> ContactOf(ReportSettings settings) =>
        [.. new[] { settings.Unit, settings.Telephone is { } telephone ? Dial(telephone) : null }.OfType<string>()];
}
