using System.Globalization;
using Ita.Domain;
using Ita.Domain.Responses;
using Ita.App.Keys;
using Ita.App.Surveys;

namespace Ita.App.Api;

/// <summary>GET and PUT surveys/{year}/{agency}, POST …/close, …/reopen, GET surveys/{year}/reminders.</summary>
internal static class SurveysApi
{
    public static void MapSurveys(this RouteGroupBuilder api)
    {
        api.MapGet("/surveys/{year:int}/{agency}", GetAsync).Needs(Right.Anyone);
        api.MapPut("/surveys/{year:int}/{agency}", PutAsync).Needs(Right.AnyAgency);
        api.MapPost("/surveys/{year:int}/{agency}/close", CloseAsync).Needs(Right.AnyAgency);
        api.MapPost("/surveys/{year:int}/{agency}/reopen", ReopenAsync).Needs(Right.AnyAgency);
        api.MapGet("/surveys/{year:int}/{agency}/quality", QualityAsync).Needs(Right.OwnAgency);
        api.MapGet("/surveys/{year:int}/reminders", RemindAsync).Needs(Right.AnyAgency);
    }

    private static async Task<IResult> GetAsync(int year, string agency, SurveyRegistry registry, SurveyMeter meter, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        return await registry.FindAsync(known, agency, stop) is { } survey
            ? TypedResults.Json(SurveyObject.Of(survey, await meter.OfAsync(survey, stop)), ApiJson.Options)
            : ApiProblem.NotFound();
    }

    private static async Task<IResult> PutAsync(HttpContext context, int year, string agency, SurveyClosing closing, SurveyRegistry registry, SurveyMeter meter, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        if (await SentJson.ReadAsync<SentSurvey>(context.Request, stop) is not { Opens: { } opens, Closes: { } closes } sent)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "survey-invalid");
        }

        var (period, problem) = SurveyPeriod.Of(known, opens, closes);
        if (period is null)
        {
            return ApiProblem.Of(Refusal.Of(StatusCodes.Status400BadRequest, problem!));
        }

        var (survey, refused) = await closing.SetAsync(known, agency, period, sent.ClosesWhenReached ?? false, context.Holder().Id, stop);
        return survey is null ? ApiProblem.Of(refused!) : await GetAsync(year, agency, registry, meter, stop);
    }

    private static async Task<IResult> CloseAsync(HttpContext context, int year, string agency, SurveyClosing closing, SurveyRegistry registry, SurveyMeter meter, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        var sent = await SentJson.ReadAsync<SentMove>(context.Request, stop);
        var (survey, refused) = await closing.CloseAsync(known, agency, context.Holder().Id, sent?.Reason ?? "", stop);
        return survey is null ? ApiProblem.Of(refused!) : await GetAsync(year, agency, registry, meter, stop);
    }

    private static async Task<IResult> ReopenAsync(HttpContext context, int year, string agency, SurveyClosing closing, SurveyRegistry registry, SurveyMeter meter, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        if (await SentJson.ReadAsync<SentMove>(context.Request, stop) is not { Closes: { } lastDay } sent)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "survey-invalid");
        }

        var (survey, refused) = await closing.ReopenAsync(known, agency, lastDay, context.Holder().Id, sent.Reason ?? "", stop);
        return survey is null ? ApiProblem.Of(refused!) : await GetAsync(year, agency, registry, meter, stop);
    }

    private static async Task<IResult> RemindAsync(
        int year, string? day, int? pageSize, string? page, SurveyRegistry registry, SurveyMeter meter, TimeProvider clock, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        if (Paging.Size(pageSize) is not { } size)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "page-invalid");
        }

        var today = Bangkok.Today(clock);
        if (day is not null && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out today))
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "day-invalid");
        }

        var (surveys, next) = await registry.PageAsync(known, size, page, stop);
        var standings = new List<SurveyProgress>();
        foreach (var survey in surveys.Where(survey => survey.Record.State.PhaseOn(today) is SurveyPhase.Open))
        {
            standings.AddRange((await meter.OfAsync(survey, stop)).Select(one => new SurveyProgress(survey.Agency, survey.Record.State, one)));
        }

        return TypedResults.Json(new { fiscalYear = known, day = today, reminders = Reminders.On(today, standings).Select(ReminderObject.Of), next }, ApiJson.Options);
    }

    private static async Task<IResult> QualityAsync(int year, string agency, SurveyRegistry registry, SurveyQuality quality, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        return await registry.RecordAsync(known, agency, stop) is { } survey
            ? TypedResults.Json(new { fiscalYear = known, agencyCode = agency, forms = (await quality.OfAsync(survey, stop)).Select(FormQualityObject.Of) }, ApiJson.Options)
            : ApiProblem.NotFound();
    }

    private sealed record SentSurvey(DateOnly? Opens, DateOnly? Closes, bool? ClosesWhenReached);

    private sealed record SentMove(string? Reason, DateOnly? Closes);
}
