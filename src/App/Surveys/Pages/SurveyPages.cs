namespace Ita.App.Surveys.Pages;

/// <summary>GET surveys/{year}/{agency} (the meter), GET and POST …/iit and …/eit, POST …/eit/otp, GET …/thanks.</summary>
internal static class SurveyPages
{
    public static IServiceCollection AddSurveyPages(
        this IServiceCollection services) => services.AddSingleton<FormTokens>().AddSingleton<SurveyDesk>();

    public static void MapSurveyPages(this IEndpointRouteBuilder pages)
    {
        const string One = "/surveys/{year:int}/{agency}";
        const string Form = One + "/{path}";
        var open = pages.MapGroup("").Needs(Right.Anyone);
        open.MapGet(One, MeterAsync);
        open.MapGet(Form, async (int year, string agency, string path, SurveyDesk desk, CancellationToken cancellationToken) =>
            await desk.OpenAsync(year, agency, path, cancellationToken) switch
            {
                { Seat: { } seat } => await ShowAsync(seat),
                var none => await NoneAsync(none),
            });
        open.MapPost(Form, async (HttpContext context, int year, string agency, string path, SurveyDesk desk, CancellationToken cancellationToken) =>
            await desk.OpenAsync(year, agency, path, cancellationToken) switch
            {
                { Seat: { } seat } => await desk.TakeAsync(context, seat, cancellationToken),
                var none => await NoneAsync(none),
            }).DisableAntiforgery();
        open.MapPost(
            Form + "/otp", async (HttpContext context, int year, string agency, string path, SurveyDesk desk, CancellationToken cancellationToken) =>
            await desk.OpenAsync(year, agency, path, cancellationToken) switch
            {
                { Seat: { NeedsPassword: true } seat } => await desk.SendPasswordAsync(context, seat, cancellationToken),
                var none => await NoneAsync(none),
            }).DisableAntiforgery();
        open.MapGet(Form + "/thanks", async (int year, string agency, string path, SurveyRegistry registry, CancellationToken cancellationToken) =>
            SurveyForms.Find(year, path, null) is { } form && await registry.FindAsync(form.Framework.Year, agency, cancellationToken) is { } survey
                ? await PageAnswer.RenderAsync<ThanksPage>(new SurveyNote(survey, form))
                : Refusal.NotFound().ToResult());
    }

    private static Task<IResult> NoneAsync(FoundSeat found) =>
        found.Closed is { } note ? SurveyDesk.ClosedAsync(note) : Task.FromResult<IResult>(Refusal.NotFound().ToResult());

    private static Task<IResult> ShowAsync(SurveySeat seat) => seat.NeedsPassword
        ? PageAnswer.RenderAsync<SubjectPage>(seat.Fresh())
        : PageAnswer.RenderAsync<SurveyPage>(seat.Fresh());

    private static async Task<IResult> MeterAsync(
        int year, string agency, SurveyRegistry registry, SurveyMeter meter, CancellationToken cancellationToken)
    {
        return await registry.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is { } survey
            ? await PageAnswer.RenderAsync<MeterPage>(new MeterView(survey, await meter.MeasureAsync(survey, cancellationToken)))
            : Refusal.NotFound().ToResult();
    }
}
