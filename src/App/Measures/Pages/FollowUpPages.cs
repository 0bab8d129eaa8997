using Ita.Domain.Improvement;
using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Measures.Pages;

/// <param name="Rounds">With their due dates.</param>
/// <param name="Tag">The <see cref="FormTag"/> of the measure that the form shows.</param>
/// <param name="IsSaved">True after the follow-up or a picture was stored.</param>
/// <param name="PictureFault">Why a picture was refused; null otherwise.</param>
/// <param name="Caption">The caption of a refused picture.</param>
public sealed record FollowUpView(
    int Year,
    string Agency,
    Measure Measure,
    ImmutableArray<RoundState> Rounds,
    string Tag,
    FormView Form,
    bool IsSaved,
    FieldFault? PictureFault = null,
    string? Caption = null)
{
    public string Plan => PlanPages.Address(Year, Agency);

    public string Address => FollowUpPages.Address(Year, Agency, Measure.Id);
}

/// <summary>GET and POST measures/{year}/{agency}/{id}/follow-up, POST …/pictures and …/pictures/{picture}/delete.</summary>
internal static class FollowUpPages
{
    private const string Saved = "saved";

    public static void MapFollowUpPages(this IEndpointRouteBuilder plan)
    {
        plan.MapGet("/{id}/follow-up", ShowAsync).Needs(Right.OwnAgency);
        plan.MapPost("/{id}/follow-up", SaveAsync).Needs(Right.OwnAgency).DisableAntiforgery();
        plan.MapPost("/{id}/pictures", AddPictureAsync).Needs(Right.OwnAgency).DisableAntiforgery();
        plan.MapPost("/{id}/pictures/{picture}/delete", DeletePictureAsync).Needs(Right.OwnAgency).DisableAntiforgery();
    }

    public static string Address(int year, string agency, string id) => $"{MeasurePages.Address(year, agency, id)}/follow-up";

    private static async Task<IResult> ShowAsync(
        int year, string agency, string id, string? done, MeasureTable measures, TimeProvider clock, CancellationToken cancellationToken) =>
        await measures.FindAsync(FiscalYear.FromBuddhistEra(year), agency, id, cancellationToken) is var (measure, _)
            ? await PageAnswer.RenderAsync<FollowUpPage>(
                View(year, agency, measure, MeasurePages.TagOf(measure), FollowUpForm.Filled(measure), clock) with { IsSaved = done == Saved })
            : Refusal.NotFound().ToResult();

    private static async Task<IResult> SaveAsync(
        HttpContext context, int year, string agency, string id, MeasureTable measures, TimeProvider clock, FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        var analysed = FiscalYear.FromBuddhistEra(year);
        if (await measures.FindAsync(analysed, agency, id, cancellationToken) is not var (before, read))
        {
            return Refusal.NotFound().ToResult();
        }

        return await FormPost.SaveAsync(
            context,
            form => FollowUpForm.Read(form, before, frameworks.Get(analysed)),
            async (measure, tag) =>
                MeasurePages.TagOf(before) == tag && await measures.TryUpdateAsync(agency, measure, read, cancellationToken) ? null : FormPost.Raced,
            async (posted, refusal) => await PageAnswer.RenderAsync<FollowUpPage>(
                View(year, agency, before, posted.Tag, FollowUpForm.Again(posted.Form, refusal), clock), ProblemResult.StatusFor(refusal.Kind)),
            $"{Address(year, agency, id)}?done={Saved}");
    }

    private static async Task<IResult> AddPictureAsync(
        HttpContext context, int year, string agency, string id, MeasureTable measures, PictureUploads uploads, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var analysed = FiscalYear.FromBuddhistEra(year);
        var added = await uploads.AddAsync(analysed, agency, id, null, context.Request, cancellationToken);
        if (!added.IsRefused)
        {
            return PageAnswer.SeeOther(context, $"{Address(year, agency, id)}?done={Saved}");
        }

        return await measures.FindAsync(analysed, agency, id, cancellationToken) is var (measure, _)
            ? await PageAnswer.RenderAsync<FollowUpPage>(
                View(year, agency, measure, MeasurePages.TagOf(measure), FollowUpForm.Filled(measure), clock) with
                {
                    PictureFault = new(added.Refusal.Code == "caption-invalid" ? PictureUploads.CaptionField : "file", added.Refusal.Text.Th),
                    Caption = PictureUploads.CaptionOf(context.Request),
                },
                ProblemResult.StatusFor(added.Refusal.Kind))
            : Refusal.NotFound().ToResult();
    }

    private static async Task<IResult> DeletePictureAsync(
        HttpContext context, int year, string agency, string id, string picture, [FromForm] string? confirmed, PictureChanges changes,
        CancellationToken cancellationToken)
    {
        var refusal = confirmed == "yes"
            ? await changes.DeleteAsync(FiscalYear.FromBuddhistEra(year), agency, id, picture, cancellationToken)
            : Refusal.Invalid("form-unreadable");
        return refusal?.ToResult() ?? PageAnswer.SeeOther(context, $"{Address(year, agency, id)}?done={Saved}");
    }

    private static FollowUpView View(int year, string agency, Measure measure, string tag, FormView form, TimeProvider clock) =>
        new(year, agency, measure, FollowUp.Compute(measure, ThaiClock.Today(clock)), tag, form, false);
}
