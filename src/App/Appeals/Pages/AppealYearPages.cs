using Ita.App.Web.Forms;
using Ita.Domain.Appeals;
using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Appeals.Pages;

/// <summary>GET appeals (the newest year), GET appeals/{year}?done=, and POST appeals/{year}, which sets the days.</summary>
internal static class AppealYearPages
{
    public static void MapAppealYearPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/appeals", (HttpContext context, FrameworkCatalogue frameworks) => PageAnswer.SeeOther(
            context, AppealAddress.Of(frameworks.Newest.BuddhistEra))).Needs(Right.AnyAgency);
        pages.MapGet("/appeals/{year:int}", ShowAsync).Needs(Right.AnyAgency);
        pages.MapPost("/appeals/{year:int}", SetAsync).Needs(Right.AnyAgency).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(
        int year, string? done, AppealTable appeals, FrameworkCatalogue frameworks, TimeProvider clock, CancellationToken cancellationToken) =>
        await PageAnswer.RenderAsync<AppealYearPage>(
            await ViewAsync(year, null, [], done is "set", appeals, frameworks, clock, cancellationToken));

    private static async Task<IResult> SetAsync(
        HttpContext context,
        int year,
        [FromForm] string? opens,
        [FromForm] string? closes,
        [FromForm] string? answersBy,
        [FromForm] string? seen,
        AppealActs acts,
        AppealTable appeals,
        FrameworkCatalogue frameworks,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var form = new WindowFields(opens, closes, answersBy, seen ?? "");
        var (faults, status) = await StoreAsync(FiscalYear.FromBuddhistEra(year), form, context.Holder(), acts, cancellationToken);
        if (faults.IsEmpty)
        {
            return PageAnswer.SeeOther(context, $"{AppealAddress.Of(year)}?done=set");
        }

        // The form that is shown again has what was typed, and may overwrite what is stored now.
        var view = await ViewAsync(year, form, faults, isSet: false, appeals, frameworks, clock, cancellationToken);
        return await PageAnswer.RenderAsync<AppealYearPage>(view, status);
    }

    private static async Task<(ImmutableArray<FieldFault> Faults, int Status)> StoreAsync(
        FiscalYear year, WindowFields form, KeyHolder by, AppealActs acts, CancellationToken cancellationToken)
    {
        var (opens, opensProblem) = CommonEraDay.Read((form.Opens ?? "").Trim(), "opens");
        var (closes, closesProblem) = CommonEraDay.Read((form.Closes ?? "").Trim(), "closes");
        var (answersBy, answersProblem) = CommonEraDay.Read((form.AnswersBy ?? "").Trim(), "answersBy");
        ImmutableArray<Problem> problems = [.. new[] { opensProblem, closesProblem, answersProblem }.OfType<Problem>()];
        if (!problems.IsEmpty)
        {
            return ([.. problems.Select(problem => FieldFaults.Of(problem, DayTexts))], StatusCodes.Status400BadRequest);
        }

        var (window, problem) = AppealWindow.Create(year, opens!.Value, closes!.Value, answersBy!.Value);
        if (window is null)
        {
            return ([new("opens", problem!.Text.Th)], StatusCodes.Status400BadRequest);
        }

        var set = await acts.SetWindowAsync(year, window, form.Seen, by, cancellationToken);
        return set.IsRefused ? (FieldFaults.Of(set.Refusal), ProblemResult.StatusFor(set.Refusal.Kind)) : ([], StatusCodes.Status200OK);
    }

    private static readonly Dictionary<string, string> DayTexts = new(StringComparer.Ordinal)
    {
        ["day-form"] = "โปรดระบุวันที่เป็น ปี ค.ศ.-เดือน-วัน เช่น 2027-06-30",
    };

    private static async Task<AppealYearView> ViewAsync(
        int year, WindowFields? typed, ImmutableArray<FieldFault> faults, bool isSet, AppealTable appeals, FrameworkCatalogue frameworks,
        TimeProvider clock, CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        var found = await appeals.FindWindowAsync(known, cancellationToken);
        var open = await appeals.OpenAsync(known, cancellationToken).ToListAsync(cancellationToken);
        var now = WindowFields.Of(found);
        return new(
            year, found?.Window, ThaiClock.Today(clock), [.. open], typed is null ? now : typed with { Seen = now.Seen }, faults,
            frameworks.NewestFirst, isSet ? "บันทึกช่วงขอทบทวนผลแล้ว" : null);
    }
}
