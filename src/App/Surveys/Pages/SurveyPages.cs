using System.Collections.Immutable;
using Ita.App.Access;
using Ita.App.Web;
using Ita.Domain.Responses;

namespace Ita.App.Surveys.Pages;

/// <summary>GET surveys/{year}/{agency} (the meter), GET and POST …/iit and …/eit, POST …/eit/otp, GET …/thanks.</summary>
internal static class SurveyPages
{
    public static void MapSurveyPages(this RouteGroupBuilder pages)
    {
        const string One = "/surveys/{year:int}/{agency}";
        const string Form = One + "/{path}";
        var open = pages.MapGroup("").Needs(Right.Anyone);
        open.MapGet(One, MeterAsync);
        open.MapGet(Form, async (int year, string agency, string path, SurveyDesk desk, CancellationToken stop) =>
            await desk.OpenAsync(year, agency, path, stop) switch
            {
                { Seat: { } seat } => await ShowAsync(seat),
                var none => await NoneAsync(none),
            });
        open.MapPost(Form, async (HttpContext context, int year, string agency, string path, SurveyDesk desk, CancellationToken stop) =>
            await desk.OpenAsync(year, agency, path, stop) switch
            {
                { Seat: { } seat } => await desk.TakeAsync(context, seat, stop),
                var none => await NoneAsync(none),
            }).DisableAntiforgery();
        open.MapPost(Form + "/otp", async (HttpContext context, int year, string agency, string path, SurveyDesk desk, CancellationToken stop) =>
            await desk.OpenAsync(year, agency, path, stop) switch
            {
                { Seat: { NeedsPassword: true } seat } => await desk.SendPasswordAsync(context, seat, stop),
                var none => await NoneAsync(none),
            }).DisableAntiforgery();
        open.MapGet(Form + "/thanks", async (int year, string agency, string path, SurveyRegistry registry, CancellationToken stop) =>
            SurveyForms.Find(year, path, null) is { } form && await registry.FindAsync(form.Framework.Year, agency, stop) is { } survey
                ? await PageAnswer.OfAsync<ThanksPage>(new SurveyNote(survey, form))
                : ApiProblem.NotFound());
    }

    private static Task<IResult> NoneAsync(FoundSeat found) =>
        found.Closed is { } note ? SurveyDesk.ClosedAsync(note) : Task.FromResult(ApiProblem.NotFound());

    private static Task<IResult> ShowAsync(SurveySeat seat) => seat.NeedsPassword
        ? PageAnswer.OfAsync<SubjectPage>(seat.Fresh())
        : PageAnswer.OfAsync<SurveyPage>(seat.Fresh());

    private static async Task<IResult> MeterAsync(int year, string agency, SurveyRegistry registry, SurveyMeter meter, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        return await registry.FindAsync(known, agency, stop) is { } survey
            ? await PageAnswer.OfAsync<MeterPage>(new MeterView(survey, await meter.OfAsync(survey, stop)))
            : ApiProblem.NotFound();
    }
}
