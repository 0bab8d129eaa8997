using Ita.Domain.Improvement;

namespace Ita.App.Measures;

/// <summary>A measure as the API returns and accepts it. Members missing from a PATCH keep their values.</summary>
/// <param name="Measure">The measure itself (มาตรการ).</param>
/// <param name="CarriedOut">The year in which it is carried out; the year after the analysed one when left
/// out.</param>
/// <param name="Status">planned, started, done or cancelled.</param>
public sealed record MeasureObject(
    string? Id,
    int? Issue,
    ImmutableArray<string>? Items,
    string? Measure,
    ImmutableArray<string>? Steps,
    string? Period,
    string? Responsible,
    string? Monitoring,
    MeasureStatus? Status,
    decimal? Percent,
    string? Result,
    int? CarriedOut,
    ImmutableArray<EvidenceLink>? Evidence,
    ImmutableArray<RoundReport>? Reports)
{
    public const string Fields =
        "measure, issue, items, steps, period, responsible, monitoring, status, percent, result, carriedOut, evidence, reports";

    /// <summary>Applies the sent members to the stored measure.</summary>
    /// <param name="before">The stored measure; null for a new one.</param>
    /// <param name="id">The id of a new measure that states none.</param>
    public Measure Over(Measure? before, string id, FiscalYear analysed) => new(
        before?.Id ?? Id ?? id,
        analysed,
        CarriedOut is { } year
            ? FiscalYear.FromBuddhistEra(year)
            : before?.CarriedOut ?? FiscalYear.FromBuddhistEra(analysed.BuddhistEra + 1),
        Issue ?? before?.Issue,
        Items ?? before?.Items ?? [],
        Measure ?? before?.Title ?? "",
        Steps ?? before?.Steps ?? [],
        Period ?? before?.Period ?? "",
        Responsible ?? before?.Responsible ?? "",
        Monitoring ?? before?.Monitoring ?? "",
        Status ?? before?.Status ?? MeasureStatus.Planned,
        Percent ?? before?.Percent ?? 0,
        Result ?? before?.Result ?? "")
    {
        Evidence = Evidence ?? before?.Evidence ?? [],
        Reports = Reports ?? before?.Reports ?? [],
        Pictures = before?.Pictures ?? [],
        Place = before?.Place,
    };
}

/// <summary>A measure with the state of its follow-up.</summary>
/// <param name="Rounds">The rounds after 6 and 12 months: due date, report, and whether it is overdue.</param>
/// <param name="EvidenceFaults">Faults of the evidence addresses as texts; the addresses are not fetched.</param>
/// <param name="Pictures">Added and deleted by endpoints of their own.</param>
public sealed record FollowedMeasure(
    int AnalysedYear, int CarriedOutYear, MeasureObject Measure, ImmutableArray<RoundState> Rounds, ImmutableArray<EvidenceFault> EvidenceFaults,
    ImmutableArray<EvidencePicture> Pictures)
{
    public static FollowedMeasure From(Measure measure, DateOnly today, string? host) => new(
        measure.Analysed.BuddhistEra,
        measure.CarriedOut.BuddhistEra,
        new(
            measure.Id,
            measure.Issue,
            measure.Items,
            measure.Title,
            measure.Steps,
            measure.Period,
            measure.Responsible,
            measure.Monitoring,
            measure.Status,
            measure.Percent,
            measure.Result,
            measure.CarriedOut.BuddhistEra,
            measure.Evidence,
            measure.Reports),
        FollowUp.Compute(measure, today),
        [.. measure.Evidence
            .Select(evidence => new EvidenceFault(evidence.Url, EvidenceLinks.Check(evidence.Url, host, measure.CarriedOut)))
            .Where(fault => !fault.Faults.IsEmpty)],
        measure.Pictures);
}

public sealed record EvidenceFault(string Url, ImmutableArray<LinkFault> Faults);
