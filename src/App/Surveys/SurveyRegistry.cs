using Ita.App.Agencies;
using Ita.App.Time;
using Ita.Domain;
using Ita.Domain.Responses;

namespace Ita.App.Surveys;

/// <summary>A survey with the agency it is about, on a day.</summary>
public sealed record AgencySurvey(Agency Agency, SurveyRecord Record, DateOnly Today)
{
    public SurveyPhase Phase => Record.State.PhaseOn(Today);
}

/// <summary>Finds surveys as they stand today. One whose last day has gone by is closed when it is first looked at.</summary>
public sealed class SurveyRegistry(SurveyTable surveys, AgencyTable agencies, SurveyClosing closing, TimeProvider clock)
{
    /// <summary>Null when the agency has no survey in that year.</summary>
    public async Task<AgencySurvey?> FindAsync(FiscalYear year, string agency, CancellationToken stop) =>
        await RecordAsync(year, agency, stop) is { } record ? await WithAgencyAsync(record, stop) : null;

    /// <summary>The survey alone; null when there is none.</summary>
    public async Task<SurveyRecord?> RecordAsync(FiscalYear year, string agency, CancellationToken stop) =>
        await surveys.FindAsync(year, agency, stop) is { } record ? await closing.SettledAsync(record, stop) : null;

    /// <summary>The surveys of a year; a page with the token of the next.</summary>
    public async Task<(IReadOnlyList<AgencySurvey> Surveys, string? Next)> PageAsync(FiscalYear year, int size, string? token, CancellationToken stop)
    {
        var (records, next) = await surveys.PageAsync(year, size, token, stop);
        var found = new List<AgencySurvey>(records.Count);
        foreach (var record in records)
        {
            found.Add(await WithAgencyAsync(await closing.SettledAsync(record, stop), stop));
        }

        return (found, next);
    }

    private async Task<AgencySurvey> WithAgencyAsync(SurveyRecord record, CancellationToken stop) => new(
        await agencies.FindAsync(record.Year, record.Agency, stop) ?? new Agency(record.Year, record.Agency), record, ThaiClock.Today(clock));
}
