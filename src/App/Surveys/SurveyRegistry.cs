using Ita.App.Agencies;

namespace Ita.App.Surveys;

/// <summary>A survey and its agency on a day.</summary>
/// <param name="Framework">The current framework of its year.</param>
public sealed record AgencySurvey(Agency Agency, SurveyRecord Record, Framework Framework, DateOnly Today)
{
    public SurveyPhase Phase => Record.State.PhaseOn(Today);
}

/// <summary>Finds surveys with their agencies. Reading changes nothing.</summary>
public sealed class SurveyRegistry(SurveyTable surveys, AgencyTable agencies, TimeProvider clock, KnownFrameworks frameworks)
{
    /// <summary>Null when the agency has no survey in that year.</summary>
    public async Task<AgencySurvey?> FindAsync(FiscalYear year, string agency, CancellationToken cancellationToken) =>
        await surveys.FindAsync(year, agency, cancellationToken) is { } record ? await WithAgencyAsync(record, cancellationToken) : null;

    /// <summary>The survey without its agency; null when there is none.</summary>
    public Task<SurveyRecord?> FindRecordAsync(FiscalYear year, string agency, CancellationToken cancellationToken) =>
        surveys.FindAsync(year, agency, cancellationToken);

    /// <summary>The surveys of a year; one page, with the token of the next.</summary>
    public async Task<(IReadOnlyList<AgencySurvey> Surveys, string? Next)> PageAsync(
        FiscalYear year, int size, string? token, CancellationToken cancellationToken)
    {
        var (records, next) = await surveys.PageAsync(year, size, token, cancellationToken);
        var found = new List<AgencySurvey>(records.Count);
        foreach (var record in records)
        {
            found.Add(await WithAgencyAsync(record, cancellationToken));
        }

        return (found, next);
    }

    private async Task<AgencySurvey> WithAgencyAsync(SurveyRecord record, CancellationToken cancellationToken) => new(
        await agencies.FindAsync(record.Year, record.Agency, cancellationToken) ?? new Agency(record.Year, record.Agency),
        record, frameworks.Current.Get(record.Year), ThaiClock.Today(clock));
}
