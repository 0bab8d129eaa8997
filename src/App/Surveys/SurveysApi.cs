namespace Ita.App.Surveys;

/// <summary>GET and PUT surveys/{year}/{agency}, POST …/close, …/reopen, GET …/quality, GET surveys/{year}/reminders.</summary>
internal static class SurveysApi
{
    public static void MapSurveysApi(this IEndpointRouteBuilder api)
    {
        var survey = api.MapGroup("/surveys/{year:int}/{agency}");
        survey.MapGet("", GetAsync).Needs(Right.Anyone);
        survey.MapPut("", PutAsync).Needs(Right.AnyAgency).Refuses(StatusCodes.Status409Conflict);
        survey.MapPost("/close", CloseAsync).Needs(Right.AnyAgency).Refuses(StatusCodes.Status409Conflict);
        survey.MapPost("/reopen", ReopenAsync).Needs(Right.AnyAgency).Refuses(StatusCodes.Status409Conflict);
        survey.MapGet("/quality", GetQualityAsync).Needs(Right.OwnAgency);
        api.MapGet("/surveys/{year:int}/reminders", ListRemindersAsync).Needs(Right.AnyAgency);
    }

    private static async Task<Answer<SurveyObject>> GetAsync(
        int year, string agency, SurveyRegistry registry, SurveyMeter meter, CancellationToken cancellationToken) =>
        await registry.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is { } survey
            ? SurveyObject.From(survey, await meter.MeasureAsync(survey, cancellationToken))
            : Refusal.NotFound();

    private static async Task<Answer<SurveyObject>> PutAsync(
        HttpContext context, int year, string agency, SurveyClosing closing,
        SurveyRegistry registry, SurveyMeter meter, CancellationToken cancellationToken)
    {
        if (await SentJson.ReadAsync<SentSurvey>(context.Request, cancellationToken) is not { Opens: { } opens, Closes: { } closes } sent)
        {
            return Refusal.Invalid("survey-invalid");
        }

        var known = FiscalYear.FromBuddhistEra(year);
        var (period, problem) = SurveyPeriod.Create(known, opens, closes);
        if (period is null)
        {
            return Refusal.Invalid(problem!);
        }

        var set = await closing.SetAsync(known, agency, period, sent.ClosesWhenReached ?? false, context.Holder().Id, cancellationToken);
        return set.IsRefused ? set.Refusal : await GetAsync(year, agency, registry, meter, cancellationToken);
    }

    private static async Task<Answer<SurveyObject>> CloseAsync(
        HttpContext context, int year, string agency, SurveyClosing closing,
        SurveyRegistry registry, SurveyMeter meter, CancellationToken cancellationToken)
    {
        var reason = (await SentJson.ReadAsync<SentMove>(context.Request, cancellationToken))?.Reason ?? "";
        var closed = await closing.CloseAsync(FiscalYear.FromBuddhistEra(year), agency, context.Holder().Id, reason, cancellationToken);
        return closed.IsRefused ? closed.Refusal : await GetAsync(year, agency, registry, meter, cancellationToken);
    }

    private static async Task<Answer<SurveyObject>> ReopenAsync(
        HttpContext context, int year, string agency, SurveyClosing closing,
        SurveyRegistry registry, SurveyMeter meter, CancellationToken cancellationToken)
    {
        if (await SentJson.ReadAsync<SentMove>(context.Request, cancellationToken) is not { Closes: { } lastDay } sent)
        {
            return Refusal.Invalid("survey-invalid");
        }

        var by = context.Holder().Id;
        var opened = await closing.ReopenAsync(FiscalYear.FromBuddhistEra(year), agency, lastDay, by, sent.Reason ?? "", cancellationToken);
        return opened.IsRefused ? opened.Refusal : await GetAsync(year, agency, registry, meter, cancellationToken);
    }

    private static async Task<Answer<ReminderList>> ListRemindersAsync(
        int year, string? day, int? pageSize, string? page, SurveyRegistry registry,
        SurveyMeter meter, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Paging.Size(pageSize) is not { } size)
        {
            return Refusal.Invalid("page-invalid");
        }

        var today = ThaiClock.Today(clock);
        if (day is not null && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out today))
        {
            return Refusal.Invalid("day-invalid");
        }

        var (surveys, next) = await registry.PageAsync(FiscalYear.FromBuddhistEra(year), size, page, cancellationToken);
        var standings = new List<SurveyProgress>();
        foreach (var survey in surveys.Where(survey => survey.Record.State.PhaseOn(today) is SurveyPhase.Open))
        {
            var meters = await meter.MeasureAsync(survey, cancellationToken);
            standings.AddRange(meters.Select(one => new SurveyProgress(survey.Agency, survey.Record.State, one)));
        }

        return new ReminderList(year, today, [.. Reminders.On(today, standings).Select(ReminderObject.From)], next);
    }

    private static async Task<Answer<QualityObject>> GetQualityAsync(
        int year, string agency, SurveyRegistry registry, SurveyQuality quality, CancellationToken cancellationToken)
    {
        if (await registry.FindRecordAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is not { } survey)
        {
            return Refusal.NotFound();
        }

        var forms = await quality.AssessAsync(survey, cancellationToken);
        return new QualityObject(year, agency, [.. forms.Select(FormQualityObject.From)]);
    }

    private sealed record SentSurvey(DateOnly? Opens, DateOnly? Closes, bool? ClosesWhenReached);

    private sealed record SentMove(string? Reason, DateOnly? Closes);

    /// <param name="Next">The value of <c>page</c> for the next page; null on the last.</param>
    private sealed record ReminderList(int FiscalYear, DateOnly Day, ImmutableArray<ReminderObject> Reminders, string? Next);

    private sealed record QualityObject(int FiscalYear, string AgencyCode, ImmutableArray<FormQualityObject> Forms);
}
