using Ita.Domain.Texts;

namespace Ita.App.Surveys;

/// <summary>GET and PUT surveys/{year}/{agency}, POST …/close, …/reopen, GET …/quality, GET surveys/{year}/reminders.</summary>
internal static class SurveysApi
{
    private static Refusal Invalid => Refusal.Invalid("survey-invalid");

    public static void MapSurveysApi(this IEndpointRouteBuilder api)
    {
        var survey = api.MapGroup("/surveys/{year:int}/{agency}");
        survey.MapGet("", GetAsync).Needs(Right.Anyone);
        survey.MapPut("", PutAsync).Needs(Right.AnyAgency).TakesBody().Refuses(StatusCodes.Status409Conflict);
        survey.MapPost("/close", CloseAsync).Needs(Right.AnyAgency).TakesBody().Refuses(StatusCodes.Status409Conflict);
        survey.MapPost("/reopen", ReopenAsync).Needs(Right.AnyAgency).TakesBody().Refuses(StatusCodes.Status409Conflict);
        survey.MapGet("/quality", GetQualityAsync).Needs(Right.OwnAgency);
        api.MapGet("/surveys/{year:int}/reminders", ListRemindersAsync).Needs(Right.AnyAgency);
    }

    private static async Task<Answer<SurveyObject>> GetAsync(
        int year, string agency, SurveyRegistry registry, SurveyMeter meter, SurveyDays days, CancellationToken cancellationToken) =>
        await registry.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is { } survey
            ? SurveyObject.From(
                survey, await meter.MeasureAsync(survey, cancellationToken), await days.CountAsync(survey, cancellationToken))
            : Refusal.NotFound();

    private static async Task<Answer<SurveyObject>> PutAsync(
        HttpContext context, int year, string agency, SurveyClosing closing,
        SurveyRegistry registry, SurveyMeter meter, SurveyDays days, CancellationToken cancellationToken)
    {
        var sent = await JsonBody.ReadAsync<SentSurvey>(context.Request, Invalid, cancellationToken);
        if (sent.IsRefused)
        {
            return sent.Refusal;
        }

        var known = FiscalYear.FromBuddhistEra(year);
        var (period, problem) = SurveyPeriod.Create(known, sent.Value.Opens, sent.Value.Closes);
        if (period is null)
        {
            return Refusal.Invalid(problem!);
        }

        var set = await closing.SetAsync(known, agency, period, sent.Value.ClosesWhenReached ?? false, context.Holder().Id, cancellationToken);
        return set.IsRefused ? set.Refusal : await GetAsync(year, agency, registry, meter, days, cancellationToken);
    }

    private static async Task<Answer<SurveyObject>> CloseAsync(
        HttpContext context, int year, string agency, SurveyClosing closing,
        SurveyRegistry registry, SurveyMeter meter, SurveyDays days, CancellationToken cancellationToken)
    {
        var sent = await JsonBody.ReadAsync(context.Request, Invalid, cancellationToken, whenEmpty: new SentMove());
        if (sent.IsRefused)
        {
            return sent.Refusal;
        }

        var closed = await closing.CloseAsync(
            FiscalYear.FromBuddhistEra(year), agency, context.Holder().Id, sent.Value.Reason ?? "", cancellationToken);
        return closed.IsRefused ? closed.Refusal : await GetAsync(year, agency, registry, meter, days, cancellationToken);
    }

    private static async Task<Answer<SurveyObject>> ReopenAsync(
        HttpContext context, int year, string agency, SurveyClosing closing,
        SurveyRegistry registry, SurveyMeter meter, SurveyDays days, CancellationToken cancellationToken)
    {
        var read = await JsonBody.ReadAsync<SentMove>(context.Request, Invalid, cancellationToken);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        if (read.Value is not { Closes: { } lastDay } sent)
        {
            return Invalid.Because(new Problem("member-missing", Severity.Error, Column: "closes"));
        }

        var by = context.Holder().Id;
        var opened = await closing.ReopenAsync(FiscalYear.FromBuddhistEra(year), agency, lastDay, by, sent.Reason ?? "", cancellationToken);
        return opened.IsRefused ? opened.Refusal : await GetAsync(year, agency, registry, meter, days, cancellationToken);
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
        if (day is not null)
        {
            var (read, problem) = CommonEraDay.Read(day, nameof(day));
            if (read is null)
            {
                return Refusal.Invalid("day-invalid").Because(problem!);
            }

            today = read.Value;
        }

        var list = $"surveys {year}";
        if (!PageToken.TryRead(list, page, out var token))
        {
            return PageToken.Unknown;
        }

        var (surveys, next) = await registry.PageAsync(FiscalYear.FromBuddhistEra(year), size, token, cancellationToken);
        var standings = new List<SurveyProgress>();
        foreach (var survey in surveys.Where(survey => survey.Record.State.PhaseOn(today) is SurveyPhase.Open))
        {
            var meters = await meter.MeasureAsync(survey, cancellationToken);
            standings.AddRange(meters.Select(one => new SurveyProgress(survey.Agency, survey.Record.State, one)));
        }

        return new ReminderList(year, today, [.. Reminders.On(today, standings).Select(ReminderObject.From)], PageToken.Write(list, next));
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

    private sealed record SentSurvey(DateOnly Opens, DateOnly Closes, bool? ClosesWhenReached);

    /// <param name="Closes">The new last day; needed to open a survey again.</param>
    private sealed record SentMove(string? Reason = null, DateOnly? Closes = null);

    /// <param name="Next">The value of <c>page</c> for the next page; null on the last.</param>
    private sealed record ReminderList(int FiscalYear, DateOnly Day, ImmutableArray<ReminderObject> Reminders, string? Next);

    private sealed record QualityObject(int FiscalYear, string AgencyCode, ImmutableArray<FormQualityObject> Forms);
}
