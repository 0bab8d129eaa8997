using Ita.App.Settings;
using Ita.Domain.Analysis;
using Ita.Domain.Improvement;
using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Measures.Pages;

/// <param name="Score">As shown; null when there is none.</param>
public sealed record WeakScore(string Code, string Name, decimal? Score);

/// <summary>A measure of the library with the weak scores that it raises.</summary>
public sealed record Offer(MeasureTemplate Template, ImmutableArray<Suggestion> Raises);

/// <param name="Offers">The measures of the library for weak scores that no measure addresses, most worthwhile first.</param>
/// <param name="Done">What was just done: a value of the parameter <c>done</c>; null for nothing.</param>
/// <param name="Faults">Why nothing was done; empty otherwise.</param>
public sealed record PlanView(
    Explained Now,
    string Agency,
    IReadOnlyList<Measure> Plan,
    Coverage Coverage,
    ImmutableArray<Offer> Offers,
    string? Done,
    ImmutableArray<FieldFault> Faults)
{
    public int Year => Now.Result.Year.BuddhistEra;

    public string Address => PlanPages.Address(Year, Agency);

    public FrameworkNames Names { get; } = new(Now.Framework, Now.Result);
}

/// <summary>GET measures/{year}/{agency}: the plan of measures; POST …/add/suggested adds measures of the library, …/{id}/delete and …/{id}/move
/// change the plan.</summary>
internal static class PlanPages
{
    private static readonly string[] Deeds = ["added", "saved", "deleted", "moved"];

    /// <summary>Below the address of a plan; see <see cref="MeasurePages.New"/>.</summary>
    public const string Suggested = "/add/suggested";

    public static IServiceCollection AddPlanPages(this IServiceCollection services) =>
        services.AddSingleton<PlanViews>().AddSingleton<MeasureViews>();

    public static void MapPlanPages(this IEndpointRouteBuilder pages)
    {
        var plan = pages.MapGroup("/measures/{year:int}/{agency}");
        plan.MapGet("", ShowAsync).Needs(Right.OwnAgency);
        plan.MapPost(Suggested, AddAsync).Needs(Right.OwnAgency).DisableAntiforgery();
        plan.MapPost("/{id}/delete", DeleteAsync).Needs(Right.OwnAgency).DisableAntiforgery();
        plan.MapPost("/{id}/move", MoveAsync).Needs(Right.OwnAgency).DisableAntiforgery();
        plan.MapMeasurePages();
        plan.MapFollowUpPages();
    }

    public static string Address(int year, string agency) =>
        FormattableString.Invariant($"{PageRoutes.Root}/measures/{year}/{Uri.EscapeDataString(agency)}");

    private static Task<IResult> ShowAsync(int year, string agency, string? done, PlanViews views, CancellationToken cancellationToken) =>
        PageAsync(year, agency, Deeds.Contains(done) ? done : null, null, views, cancellationToken);

    private static async Task<IResult> AddAsync(
        HttpContext context, int year, string agency, PlanChanges changes, PlanViews views, FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        var form = await FormPost.ReadFormAsync(context.Request, cancellationToken);
        if (form.IsRefused)
        {
            return form.Refusal.ToResult();
        }

        var template = form.Value["template"];
        var analysed = FiscalYear.FromBuddhistEra(year);
        var chosen = MeasureLibrary.For(frameworks.Get(analysed)).Measures.Where(one => template.Contains(one.Id)).ToList();
        if (chosen.Count == 0)
        {
            return await PageAsync(year, agency, null, Refusal.Invalid("nothing-chosen"), views, cancellationToken);
        }

        var added = await changes.AddAsync(analysed, agency, chosen, cancellationToken);
        return await AnswerAsync(context, year, agency, "added", added.Refusal, views, cancellationToken);
    }

    private static async Task<IResult> DeleteAsync(
        HttpContext context, int year, string agency, string id, [FromForm] string? confirmed, PlanChanges changes, PlanViews views,
        CancellationToken cancellationToken)
    {
        var refusal = confirmed == "yes"
            ? (await changes.DeleteAsync(FiscalYear.FromBuddhistEra(year), agency, id, cancellationToken)).Refusal
            : Refusal.Invalid("form-unreadable");
        return await AnswerAsync(context, year, agency, "deleted", refusal, views, cancellationToken);
    }

    private static async Task<IResult> MoveAsync(
        HttpContext context, int year, string agency, string id, [FromForm] string? to, PlanChanges changes, PlanViews views,
        CancellationToken cancellationToken)
    {
        var refusal = to is "up" or "down"
            ? (await changes.MoveAsync(FiscalYear.FromBuddhistEra(year), agency, id, to == "up", cancellationToken)).Refusal
            : Refusal.Invalid("form-unreadable");
        return await AnswerAsync(context, year, agency, "moved", refusal, views, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, int year, string agency, string done, Refusal? refusal, PlanViews views, CancellationToken cancellationToken) =>
        refusal is null
            ? PageAnswer.SeeOther(context, $"{Address(year, agency)}?done={done}")
            : await PageAsync(year, agency, null, refusal, views, cancellationToken);

    private static async Task<IResult> PageAsync(
        int year, string agency, string? done, Refusal? refusal, PlanViews views, CancellationToken cancellationToken)
    {
        var faults = refusal is null ? [] : FieldFaults.Of(refusal);
        var view = await views.FindAsync(FiscalYear.FromBuddhistEra(year), agency, done, faults, cancellationToken);
        return view is null || refusal?.Kind == RefusalKind.NotFound
            ? Refusal.NotFound().ToResult()
            : await PageAnswer.RenderAsync<PlanPage>(view, refusal is null ? StatusCodes.Status200OK : ProblemResult.StatusFor(refusal.Kind));
    }
}
