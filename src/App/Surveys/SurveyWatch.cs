using System.Collections.Concurrent;
using Ita.App.Agencies;

namespace Ita.App.Surveys;

/// <summary>
/// Maintains an open survey while sheets are received: their timestamps, and closing when it has enough. At most every ten seconds per
/// form.
/// </summary>
public sealed class SurveyWatch(
    ResponseTable responses, SurveyMeter meter, AgencyTable agencies, SurveyClosing closing, TimeProvider clock, KnownFrameworks frameworks)
{
    /// <summary>Above this number, entries that are no longer needed are removed.</summary>
    private const int RememberedForms = 1_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(FiscalYear, string, string), DateTimeOffset> checkedAt = new();

    public async Task AfterPostAsync(SurveyRecord survey, QuestionList form, CancellationToken cancellationToken)
    {
        if (!IsDue((survey.Year, survey.Agency, form.Code)))
        {
            return;
        }

        await responses.MixAsync(survey.Year, survey.Agency, form.Code, Suppression.FewestPeople, cancellationToken);
        if (survey.ClosesWhenReached)
        {
            await CloseWhenReachedAsync(survey, cancellationToken);
        }
    }

    private bool IsDue((FiscalYear, string, string) form)
    {
        var now = clock.GetUtcNow();
        var last = checkedAt.GetOrAdd(form, DateTimeOffset.MinValue);
        if (now - last < Pause || !checkedAt.TryUpdate(form, now, last))
        {
            return false;
        }

        foreach (var old in checkedAt.Count > RememberedForms ? checkedAt.Where(entry => now - entry.Value >= Pause) : [])
        {
            checkedAt.TryRemove(old);
        }

        return true;
    }

    private async Task CloseWhenReachedAsync(SurveyRecord survey, CancellationToken cancellationToken)
    {
        var agency = await agencies.FindAsync(survey.Year, survey.Agency, cancellationToken) ?? new Agency(survey.Year, survey.Agency);
        var meters = await meter.MeasureAsync(new(agency, survey, frameworks.Current.Get(survey.Year), ThaiClock.Today(clock)), cancellationToken);
        if (meters.All(one => one.IsReached == true))
        {
            await closing.CloseAsync(survey.Year, survey.Agency, SurveyClosing.BySample, SurveyClosing.BySample, cancellationToken);
        }
    }
}
