namespace Ita.Domain.Improvement;

public enum MeasureStatus
{
    Planned,
    Started,
    Done,
    Cancelled,
}

/// <summary>A measure an agency has taken on, with how far it is: plan and follow-up in one.</summary>
/// <param name="Id">Unique within the agency and the analysed year.</param>
/// <param name="Analysed">The year whose result it answers.</param>
/// <param name="CarriedOut">The year it is carried out in; usually the one after. Documents mix the two up, so both are kept.</param>
/// <param name="Issue">1 to 7; null when the plan does not say.</param>
/// <param name="Items">Codes of the analysed year it means to raise: items, or IND and a number for an indicator.</param>
/// <param name="Period">In words, as the plan prints it; empty when it does not say.</param>
/// <param name="Responsible">An office, never a person; empty when the plan does not say.</param>
/// <param name="Monitoring">การกำกับติดตาม; empty when the plan does not say.</param>
/// <param name="Percent">Done so far, 0 to 100.</param>
/// <param name="Result">ผลการดำเนินการ; empty while there is none.</param>
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
    public ImmutableArray<EvidenceLink> Evidence { get; init; } = [];

    /// <summary>What was reported, one a round at most.</summary>
    public ImmutableArray<RoundReport> Reports { get; init; } = [];

    /// <summary>In the order they came.</summary>
    public ImmutableArray<EvidencePicture> Pictures { get; init; } = [];
}

/// <param name="Url">As it was given; see <see cref="EvidenceLinks"/>.</param>
/// <param name="Date">When it was published or taken; null when not stated.</param>
public sealed record EvidenceLink(string Url, DateOnly? Date = null);

/// <summary>A picture that shows what was done; its file is kept elsewhere.</summary>
/// <param name="Id">SHA-256 of the file, in hexadecimal.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Caption">What is seen, in words; also read aloud in its place. Empty when not stated.</param>
public sealed record EvidencePicture(string Id, string ContentType, int Width, int Height, string Caption);

/// <summary>What was reported in a round.</summary>
/// <param name="Percent">Done by then, 0 to 100.</param>
public sealed record RoundReport(FollowUpRound Round, DateOnly Date, decimal Percent, string Result);
