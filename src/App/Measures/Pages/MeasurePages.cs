using Ita.App.Settings;
using Ita.Domain.Analysis;
using Ita.Domain.Improvement;

namespace Ita.App.Measures.Pages;

/// <param name="Id">Null for a new measure.</param>
/// <param name="Weak">The weak scores, lowest first.</param>
/// <param name="Others">The other items.</param>
/// <param name="Tag">The <see cref="FormTag"/> of the measure that the form shows.</param>
public sealed record MeasureView(
    int Year,
    string Agency,
    string? Id,
    ImmutableArray<Issue> Issues,
    ImmutableArray<WeakScore> Weak,
    ImmutableArray<WeakScore> Others,
    string Tag,
    FormView Form)
{
    public string Plan => PlanPages.Address(Year, Agency);

    public string Address => Id is null ? Plan + MeasurePages.New : MeasurePages.Address(Year, Agency, Id);
}

/// <summary>GET and POST measures/{year}/{agency}/add/own, …/{id}: one measure of the plan.</summary>
internal static class MeasurePages
{
    /// <summary>Below the address of a plan. A second part keeps it apart from every measure, whatever its id.</summary>
    public const string New = "/add/own";

    public static void MapMeasurePages(this IEndpointRouteBuilder plan)
    {
        plan.MapGet(New, ShowNewAsync).Needs(Right.OwnAgency);
        plan.MapPost(New, AddAsync).Needs(Right.OwnAgency).DisableAntiforgery();
        plan.MapGet("/{id}", ShowAsync).Needs(Right.OwnAgency);
        plan.MapPost("/{id}", SaveAsync).Needs(Right.OwnAgency).DisableAntiforgery();
    }

    public static string Address(int year, string agency, string id) => $"{PlanPages.Address(year, agency)}/{Uri.EscapeDataString(id)}";

    /// <summary>The <see cref="FormTag"/> of a measure. Its place is not part of it: a measure can be moved while its form is open.</summary>
    public static string TagOf(Measure measure) => FormTag.Of(measure with { Place = null });

    private static async Task<IResult> ShowNewAsync(int year, string agency, MeasureViews views, CancellationToken cancellationToken)
    {
        var blank = MeasureViews.Blank(FiscalYear.FromBuddhistEra(year));
        return await views.PageAsync(year, agency, null, TagOf(blank), MeasureForm.Filled(blank), null, cancellationToken);
    }

    private static Task<IResult> AddAsync(
        HttpContext context, int year, string agency, PlanChanges changes, MeasureViews views, FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        var analysed = FiscalYear.FromBuddhistEra(year);
        return FormPost.SaveAsync(
            context,
            form => MeasureForm.Read(form, MeasureViews.Blank(analysed), frameworks.Get(analysed)),
            async (measure, _) => (await changes.AddAsync(analysed, agency, id => measure with { Id = id }, cancellationToken)).Refusal,
            (posted, refusal) => views.PageAsync(
                year, agency, null, posted.Tag, MeasureForm.Again(posted.Form, refusal), refusal, cancellationToken),
            $"{PlanPages.Address(year, agency)}?done=added");
    }

    private static async Task<IResult> ShowAsync(
        int year, string agency, string id, MeasureTable measures, MeasureViews views, CancellationToken cancellationToken) =>
        await measures.FindAsync(FiscalYear.FromBuddhistEra(year), agency, id, cancellationToken) is var (measure, _)
            ? await views.PageAsync(year, agency, id, TagOf(measure), MeasureForm.Filled(measure), null, cancellationToken)
            : Refusal.NotFound().ToResult();

    private static async Task<IResult> SaveAsync(
        HttpContext context, int year, string agency, string id, MeasureTable measures, MeasureViews views, FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        var analysed = FiscalYear.FromBuddhistEra(year);
        if (await measures.FindAsync(analysed, agency, id, cancellationToken) is not var (before, read))
        {
            return Refusal.NotFound().ToResult();
        }

        return await FormPost.SaveAsync(
            context,
            form => MeasureForm.Read(form, before, frameworks.Get(analysed)),
            async (measure, tag) =>
                TagOf(before) == tag && await measures.TryUpdateAsync(agency, measure, read, cancellationToken) ? null : FormPost.Raced,
            (posted, refusal) => views.PageAsync(
                year, agency, id, posted.Tag, MeasureForm.Again(posted.Form, refusal), refusal, cancellationToken),
            $"{PlanPages.Address(year, agency)}?done=saved");
    }
}
