namespace Ita.Domain.Improvement;

public enum MeasureStatus
{
    Planned,
    Started,
    Done,
    Cancelled,
}

/// <summary>A measure that an agency has planned, with its progress: plan and follow-up together.</summary>
/// <param name="Id">Unique within the agency and the analysed year.</param>
/// <param name="Analysed">The year whose result it is based on.</param>
/// <param name="CarriedOut">The year in which it is carried out, usually the one after. Documents confuse the two years, so both are
/// stored.</param>
/// <param name="Issue">1 to 7; null when the plan does not say.</param>
/// <param name="Items">Codes in the analysed year of the items (O8) or indicators (IND4) it is meant to raise.</param>
/// <param name="Period">The period as text, as the plan prints it; empty when not stated.</param>
/// <param name="Responsible">An office, never a person; empty when not stated.</param>
/// <param name="Monitoring">Monitoring (การกำกับติดตาม); empty when not stated.</param>
/// <param name="Percent">Progress, 0 to 100.</param>
/// <param name="Result">The results achieved (ผลการดำเนินการ); empty when there are none yet.</param>
public sealed record Measure(
    string Id,
    FiscalYear Analysed,
    FiscalYear CarriedOut,
    int? Issue,
    ImmutableArray<string> Items,
    string Title,
    ImmutableArray<string> Steps,
    string Period = "",
    string Responsible = "",
    string Monitoring = "",
    MeasureStatus Status = MeasureStatus.Planned,
    decimal Percent = 0,
    string Result = "")
{
    /// <summary>Its place in the plan, from 1; null when the agency set no order: the measure then comes after those with a place, by id.</summary>
    public int? Place { get; init; }

    public ImmutableArray<EvidenceLink> Evidence { get; init; } = [];

    /// <summary>The reports, at most one per round.</summary>
    public ImmutableArray<RoundReport> Reports { get; init; } = [];

    /// <summary>In the order of upload.</summary>
    public ImmutableArray<EvidencePicture> Pictures { get; init; } = [];
}

/// <param name="Url">As entered; see <see cref="EvidenceLinks"/>.</param>
/// <param name="Date">When it was published or taken; null when not stated.</param>
public sealed record EvidenceLink(string Url, DateOnly? Date = null);

/// <summary>A picture that shows what was done; its file is stored separately.</summary>
/// <param name="Id">SHA-256 of the file, in hexadecimal.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Caption">Description of the picture, also used as its alternative text. Empty when not stated.</param>
public sealed record EvidencePicture(string Id, string ContentType, int Width, int Height, string Caption);

/// <summary>The report of a round.</summary>
/// <param name="Percent">Progress at that time, 0 to 100.</param>
/// <param name="Result">The results achieved; empty when there are none yet.</param>
public sealed record RoundReport(FollowUpRound Round, DateOnly Date, decimal Percent = 0, string Result = "");
