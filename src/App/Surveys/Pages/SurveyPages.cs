namespace Ita.App.Surveys.Pages;

/// <summary>GET surveys/{year}/{agency} (the meter), GET and POST …/iit and …/eit, POST …/eit/otp, …/start and …/steps, GET …/thanks; all with
/// <c>?lang=en</c>.</summary>
internal static class SurveyPages
{
    private delegate Task<IResult> Answering(SurveySeat seat, HttpContext context, CancellationToken cancellationToken);

    public static IServiceCollection AddSurveyPages(this IServiceCollection services) => services
        .AddSingleton<FormTokens>()
        .AddSingleton<SurveyDesk>()
        .AddSingleton<ProofDesk>()
        .AddSingleton<StepDesk>();

    public static void MapSurveyPages(this IEndpointRouteBuilder pages)
    {
        const string One = "/surveys/{year:int}/{agency}";
        const string Form = One + "/{path}";
        var open = pages.MapGroup("").Needs(Right.Anyone).WithMetadata(new RunsScript());
        open.MapGet(One, MeterAsync);
        open.MapGet(Form, (HttpContext context, int year, string agency, string path, SurveyDesk desk, CancellationToken cancellationToken) =>
            WithSeatAsync(desk, context, (year, agency, path), (seat, _, _) => ShowAsync(seat), cancellationToken));
        open.MapPost(Form, (HttpContext context, int year, string agency, string path, SurveyDesk desk, CancellationToken cancellationToken) =>
            WithSeatAsync(
                desk, context, (year, agency, path), (seat, http, token) => desk.TakeAsync(http, seat, token), cancellationToken)).DisableAntiforgery();
        open.MapPost(
            Form + "/otp",
            (HttpContext context, int year, string agency, string path, SurveyDesk desk, ProofDesk proof, CancellationToken cancellationToken) =>
            WithSeatAsync(
                desk, context, (year, agency, path), (seat, http, token) => SendPasswordAsync(proof, seat, http, token), cancellationToken))
            .DisableAntiforgery();
        open.MapPost(
            Form + "/start",
            (HttpContext context, int year, string agency, string path, SurveyDesk desk, ProofDesk proof, CancellationToken cancellationToken) =>
            WithSeatAsync(desk, context, (year, agency, path), (seat, http, token) => proof.StartAsync(http, seat, token), cancellationToken))
            .DisableAntiforgery();
        open.MapPost(
            Form + "/steps",
            (HttpContext context, int year, string agency, string path, SurveyDesk desk, StepDesk steps, CancellationToken cancellationToken) =>
            WithSeatAsync(desk, context, (year, agency, path), (seat, http, token) => steps.MoveAsync(http, seat, token), cancellationToken))
            .DisableAntiforgery();
        foreach (var part in (string[])["/otp", "/start", "/steps"])
        {
            // A reload of an address that only takes posts leads to the beginning of the form.
            open.MapGet(
                Form + part,
                (HttpContext context, int year, string agency, string path, SurveyDesk desk, CancellationToken cancellationToken) =>
                WithSeatAsync(desk, context, (year, agency, path), (seat, http, _) => Task.FromResult(ToStart(seat, http)), cancellationToken));
        }

        open.MapGet(Form + "/thanks", ThanksAsync);
    }

    private static async Task<IResult> WithSeatAsync(
        SurveyDesk desk, HttpContext context, (int Year, string Agency, string Path) form, Answering answer, CancellationToken cancellationToken) =>
        await desk.OpenAsync(context.Request, form.Year, form.Agency, form.Path, cancellationToken) switch
        {
            { Seat: { } seat } => await answer(seat, context, cancellationToken),
            { Closed: { } note } => await FormAnswer.ClosedAsync(note),
            _ => Refusal.NotFound().ToResult(),
        };

    private static IResult ToStart(SurveySeat seat, HttpContext context) => PageAnswer.SeeOther(context, seat.Address + seat.Texts.Query);

    private static Task<IResult> ShowAsync(SurveySeat seat) => seat.NeedsPassword
        ? PageAnswer.RenderAsync<SubjectPage>(seat.Fresh())
        : PageAnswer.RenderAsync<StartPage>(seat.Fresh());

    private static Task<IResult> SendPasswordAsync(ProofDesk proof, SurveySeat seat, HttpContext context, CancellationToken cancellationToken) =>
        seat.NeedsPassword
            ? proof.SendPasswordAsync(context, seat, cancellationToken)
            : Task.FromResult<IResult>(Refusal.NotFound().ToResult());

    private static async Task<IResult> ThanksAsync(
        HttpContext context, int year, string agency, string path, SurveyRegistry registry, CancellationToken cancellationToken) =>
        SurveyForms.Find(year, path, null) is { } form && await registry.FindAsync(form.Framework.Year, agency, cancellationToken) is { } survey
            ? await PageAnswer.RenderAsync<ThanksPage>(new SurveyNote(survey, form, path.ToLowerInvariant(), SurveyTexts.Read(context.Request)))
            : Refusal.NotFound().ToResult();

    private static async Task<IResult> MeterAsync(
        HttpContext context, int year, string agency, SurveyRegistry registry, SurveyMeter meter, CancellationToken cancellationToken) =>
        await registry.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is { } survey
            ? await PageAnswer.RenderAsync<MeterPage>(
                new MeterView(survey, await meter.MeasureAsync(survey, cancellationToken), SurveyTexts.Read(context.Request)))
            : Refusal.NotFound().ToResult();
}

/// <param name="Meters">One per form.</param>
public sealed record MeterView(AgencySurvey Survey, ImmutableArray<SampleMeter> Meters, SurveyTexts Texts);
