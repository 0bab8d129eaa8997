using Ita.App.Delivery;
using Ita.App.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Surveys.Periods;

/// <summary>GET survey-years/{year}/{agency}?done=, and POST …/period, …/close and …/reopen: opening and closing of one survey.</summary>
internal static class SurveyControlPages
{
    private const string Path = "/survey-years/{year:int}/{agency}";

    private static readonly Dictionary<string, string> DoneTexts = new(StringComparer.Ordinal)
    {
        ["set"] = "บันทึกช่วงเก็บแบบวัดแล้ว",
        ["close"] = "ปิดรับแบบวัดแล้ว",
        ["reopen"] = "เปิดรับแบบวัดอีกครั้งแล้ว",
    };

    public static void MapSurveyControlPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, ShowAsync).Needs(Right.AnyAgency);
        pages.MapPost($"{Path}/period", SetAsync).Needs(Right.AnyAgency).DisableAntiforgery();
        pages.MapPost($"{Path}/close", CloseAsync).Needs(Right.AnyAgency).DisableAntiforgery();
        pages.MapPost($"{Path}/reopen", ReopenAsync).Needs(Right.AnyAgency).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(
        int year, string agency, string? done, SurveyRegistry registry, DeliveryCounts sent, CancellationToken cancellationToken) =>
        await FindAsync(year, agency, registry, cancellationToken) is { } view
            ? await PageAnswer.RenderAsync<SurveyControlPage>(view with
            {
                Done = DoneTexts.GetValueOrDefault(done ?? ""),
                Sent = await sent.OfAgencyAsync(FiscalYear.FromBuddhistEra(year), agency, DeliveryTable.Days, cancellationToken),
            })
            : Refusal.NotFound().ToResult();

    private static async Task<IResult> SetAsync(
        HttpContext context,
        int year,
        string agency,
        [FromForm] string? opens,
        [FromForm] string? closes,
        [FromForm] string? whenReached,
        [FromForm] string? seen,
        PeriodSetting setting,
        SurveyRegistry registry,
        CancellationToken cancellationToken)
    {
        var form = new PeriodFields(agency, opens, closes, whenReached is not null, seen);
        var (faults, status) = await setting.SetAsync(FiscalYear.FromBuddhistEra(year), form, context.Holder().Id, cancellationToken);
        if (faults.IsEmpty)
        {
            return PageAnswer.SeeOther(context, $"{SurveyAddress.Of(year, agency)}?done=set");
        }

        // The form that is shown again has what was typed, and may overwrite what is stored now.
        return await FindAsync(year, agency, registry, cancellationToken) is { } view
            ? await PageAnswer.RenderAsync<SurveyControlPage>(
                view with { Form = form with { Seen = view.Form.Seen }, Faults = faults, Refused = "period" }, status)
            : Refusal.NotFound().ToResult();
    }

    private static async Task<IResult> CloseAsync(
        HttpContext context,
        int year,
        string agency,
        [FromForm] string? reason,
        SurveyClosing closing,
        SurveyRegistry registry,
        CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        var refusal = Reasons.Check(reason)
            ?? (await closing.CloseAsync(known, agency, context.Holder().Id, Reasons.Plain(reason) ?? "", cancellationToken)).Refusal;
        return await AnswerAsync(context, (year, agency), "close", refusal, (reason, null), registry, cancellationToken);
    }

    private static async Task<IResult> ReopenAsync(
        HttpContext context,
        int year,
        string agency,
        [FromForm] string? reason,
        [FromForm] string? lastDay,
        SurveyClosing closing,
        SurveyRegistry registry,
        CancellationToken cancellationToken)
    {
        var (day, problem) = CommonEraDay.Read((lastDay ?? "").Trim(), nameof(lastDay));
        var refusal = day is null ? Refusal.Invalid("survey-invalid").Because(problem!) : Reasons.Check(reason)
            ?? (await closing.ReopenAsync(
                FiscalYear.FromBuddhistEra(year), agency, day.Value, context.Holder().Id, Reasons.Plain(reason) ?? "", cancellationToken)).Refusal;
        return await AnswerAsync(context, (year, agency), "reopen", refusal, (reason, lastDay), registry, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        (int Year, string Agency) survey,
        string form,
        Refusal? refusal,
        (string? Reason, string? LastDay) typed,
        SurveyRegistry registry,
        CancellationToken cancellationToken)
    {
        if (refusal is null)
        {
            return PageAnswer.SeeOther(context, $"{SurveyAddress.Of(survey.Year, survey.Agency)}?done={form}");
        }

        return await FindAsync(survey.Year, survey.Agency, registry, cancellationToken) is { } view
            ? await PageAnswer.RenderAsync<SurveyControlPage>(
                view with
                {
                    Faults = [.. FieldFaults.Of(refusal).Select(fault => fault with { Field = IdOf(fault.Field, form) })],
                    Refused = form,
                    Reason = typed.Reason,
                    LastDay = typed.LastDay,
                },
                ProblemResult.StatusFor(refusal.Kind))
            : refusal.ToResult();
    }

    // Both forms have a field for the reason.
    private static string IdOf(string field, string form) => field == "reason" ? $"{form}-reason" : field;

    private static async Task<SurveyControlView?> FindAsync(int year, string agency, SurveyRegistry registry, CancellationToken cancellationToken)
    {
        if (await registry.FindAsync(FiscalYear.FromBuddhistEra(year), agency, cancellationToken) is not { } survey)
        {
            return null;
        }

        var (record, period) = (survey.Record, survey.Record.State.Period);
        return new(survey, new(agency, Text(period.Opens), Text(period.Closes), record.ClosesWhenReached, record.ETag?.ToString()), []);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
