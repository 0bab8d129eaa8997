namespace Ita.App.Surveys.Pages;

/// <summary>GET surveys/{year}/{agency} (the meter), GET and POST …/iit and …/eit, POST …/eit/otp, …/start and …/steps, GET …/thanks; all with
/// <c>?lang=en</c>.</summary>
internal static class SurveyPages
{
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
        open.MapGet(Form, ([AsParameters] FormCall call) => call.AnswerAsync(ShowAsync));
        open.MapPost(Form, ([AsParameters] FormCall call) => call.TakeAsync(call.Desk.TakeAsync)).DisableAntiforgery();
        open.MapPost(Form + "/otp", ([AsParameters] FormCall call, ProofDesk proof) =>
            call.TakeAsync((context, seat, sent, cancellationToken) => seat.NeedsPassword
                ? proof.SendPasswordAsync(context, seat, sent, cancellationToken)
                : Task.FromResult<IResult>(Refusal.NotFound().ToResult()))).DisableAntiforgery();
        open.MapPost(Form + "/start", ([AsParameters] FormCall call, ProofDesk proof) => call.TakeAsync(proof.StartAsync)).DisableAntiforgery();
        open.MapPost(Form + "/steps", ([AsParameters] FormCall call, StepDesk steps) => call.TakeAsync(steps.MoveAsync)).DisableAntiforgery();
        foreach (var part in (string[])["/otp", "/start", "/steps"])
        {
            // A reload of an address that only takes posts leads to the beginning of the form.
            open.MapGet(Form + part, ([AsParameters] FormCall call) =>
                call.AnswerAsync(seat => Task.FromResult(PageAnswer.SeeOther(call.Context, seat.Address + seat.Texts.Query))));
        }

        open.MapGet(Form + "/thanks", ThanksAsync);
    }

    private static Task<IResult> ShowAsync(SurveySeat seat) => seat.NeedsPassword
        ? PageAnswer.RenderAsync<SubjectPage>(seat.Fresh())
        : PageAnswer.RenderAsync<StartPage>(seat.Fresh());

    private static async Task<IResult> ThanksAsync(
        HttpContext context, int year, string agency, string path, SurveyRegistry registry, FrameworkCatalogue frameworks,
        CancellationToken cancellationToken) =>
        SurveyForms.Find(frameworks, year, path, null) is { } form
            && await registry.FindAsync(form.Framework.Year, agency, cancellationToken) is { } survey
            ? await PageAnswer.RenderAsync<ThanksPage>(new SurveyNote(survey, form, path.ToLowerInvariant(), SurveyTexts.Read(context.Request)))
            : Refusal.NotFound().ToResult();

    private static async Task<IResult> MeterAsync(
        HttpContext context, int year, string agency,
        SurveyRegistry registry, SurveyMeter meter, SurveyDays days, CancellationToken cancellationToken) =>
        await registry.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is { } survey
            ? await PageAnswer.RenderAsync<MeterPage>(
                new MeterView(
                    survey,
                    await meter.MeasureAsync(survey, cancellationToken),
                    await days.CountAsync(survey, cancellationToken),
                    SurveyTexts.Read(context.Request)))
            : Refusal.NotFound().ToResult();
}

/// <param name="Meters">One per form.</param>
/// <param name="Days">One per form.</param>
public sealed record MeterView(AgencySurvey Survey, ImmutableArray<SampleMeter> Meters, ImmutableArray<FormDays> Days, SurveyTexts Texts);

/// <summary>A request for a page of a form.</summary>
internal sealed record FormCall(
    HttpContext Context, int Year, string Agency, string Path,
    SurveyDesk Desk, SheetGate Gate, FrameworkCatalogue Frameworks, CancellationToken CancellationToken)
{
    /// <summary>The answer of an open survey; otherwise the page that says why there is none.</summary>
    public async Task<IResult> AnswerAsync(Func<SurveySeat, Task<IResult>> answer) =>
        await Desk.OpenAsync(Context.Request, Year, Agency, Path, CancellationToken) switch
        {
            { Seat: { } seat } => await answer(seat),
            { Closed: { } note } => await FormAnswer.ClosedAsync(note),
            _ => Refusal.NotFound().ToResult(),
        };

    /// <summary>The same for a posted form; refused when it is too large or unreadable. When too many posts wait, the answer is a page that holds
    /// what was posted.</summary>
    public async Task<IResult> TakeAsync(Func<HttpContext, SurveySeat, SentForm, CancellationToken, Task<IResult>> take)
    {
        if (SurveyForms.Find(Frameworks, Year, Path, null) is not { } form)
        {
            return SurveyForms.WhyNone(Frameworks, Year, Path).ToResult();
        }

        var sent = await SentForm.ReadAsync(Context.Request, CancellationToken);
        if (sent.IsRefused)
        {
            return await AnswerAsync(_ => Task.FromResult<IResult>(sent.Refusal.ToResult()));
        }

        using var place = await Gate.EnterAsync(CancellationToken);
        return place.IsAcquired
            ? await AnswerAsync(seat => take(Context, seat, sent.Value, CancellationToken))
            : await FormAnswer.BusyAsync(Context, form, sent.Value);
    }
}
