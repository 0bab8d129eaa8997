using System.Collections.Concurrent;
using Ita.App.Agencies;
using Ita.App.Time;
using Ita.Domain;
using Ita.Domain.Responses;

namespace Ita.App.Surveys;

/// <summary>What is looked after while sheets come in: their stamps, and whether there are enough. Not at every sheet.</summary>
public sealed class SurveyWatch(ResponseTable responses, SurveyMeter meter, AgencyTable agencies, SurveyClosing closing, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(FiscalYear, string, string), DateTimeOffset> _looked = new();

    public async Task AfterPostAsync(SurveyRecord survey, QuestionList form, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var place = (survey.Year, survey.Agency, form.Code);
        var last = _looked.GetOrAdd(place, DateTimeOffset.MinValue);
        if (now - last < Pause || !_looked.TryUpdate(place, now, last))
        {
            return;
        }

        await responses.MixAsync(survey.Year, survey.Agency, form.Code, Suppression.FewestPeople, stop);
        if (survey.ClosesWhenReached)
        {
            await CloseWhenReachedAsync(survey, stop);
        }
    }

    private async Task CloseWhenReachedAsync(SurveyRecord survey, CancellationToken stop)
    {
        var agency = await agencies.FindAsync(survey.Year, survey.Agency, stop) ?? new Agency(survey.Year, survey.Agency);
        var meters = await meter.OfAsync(new(agency, survey, ThaiClock.Today(clock)), stop);
        if (meters.All(one => one.IsReached == true))
        {
            await closing.CloseAsync(survey.Year, survey.Agency, SurveyClosing.BySample, SurveyClosing.BySample, stop);
        }
    }
}
