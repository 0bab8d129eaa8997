using Ita.App.Agencies;
using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Runs.Pages;

/// <param name="Runs">Newest first.</param>
public sealed record RunListView(
    ImmutableArray<RunBrief> Runs, ImmutableArray<string> Provinces, ImmutableArray<string> Types, ImmutableArray<int> Years, FormView Form);

/// <param name="Faults">Why the run was not changed; empty otherwise.</param>
public sealed record RunView(RunObject Run, ImmutableArray<FieldFault> Faults)
{
    /// <summary>True while the page is loaded again by itself.</summary>
    public bool IsUnderWay => Run.State is "planning" or "running";
}

/// <summary>GET and POST runs: the list, and the start of a run; GET and POST runs/{id}: its progress, and pause, resume, cancel and retry.</summary>
internal static class RunPages
{
    public const string List = $"{PageRoutes.Root}/runs";

    public static void MapRunPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/runs", ListAsync).Needs(Right.AnyAgency);
        pages.MapPost("/runs", StartAsync).Needs(Right.AnyAgency).DisableAntiforgery();
        pages.MapGet("/runs/{id}", ShowAsync).Needs(Right.AnyAgency);
        pages.MapPost("/runs/{id}", SteerAsync).Needs(Right.AnyAgency).DisableAntiforgery();
    }

    private static Task<IResult> ListAsync(RunTable runs, AgencyTable agencies, FrameworkCatalogue frameworks, CancellationToken cancellationToken) =>
        PageAsync(RunForm.Blank(frameworks.Newest.BuddhistEra), StatusCodes.Status200OK, runs, agencies, frameworks, cancellationToken);

    private static async Task<IResult> StartAsync(
        HttpContext context, RunTable runs, AgencyTable agencies, RunSteering steering, RunAgencies members, FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        var form = await FormPost.ReadFormAsync(context.Request, cancellationToken);
        if (form.IsRefused)
        {
            return form.Refusal.ToResult();
        }

        var order = RunForm.Read(form.Value, frameworks);
        var refusal = order.Refusal ?? await members.FindRefusalAsync(order.Value!.Year, order.Value.Scope, cancellationToken);
        if (refusal is not null)
        {
            return await PageAsync(
                RunForm.Again(form.Value, refusal), ProblemResult.StatusFor(refusal.Kind), runs, agencies, frameworks, cancellationToken);
        }

        var run = await steering.StartAsync(order.Value!, context.Holder().Id, cancellationToken);
        return PageAnswer.SeeOther(context, Address(run.Id));
    }

    private static async Task<IResult> ShowAsync(string id, RunTable runs, RunCounts counts, CancellationToken cancellationToken) =>
        await runs.FindAsync(id, cancellationToken) is { } run
            ? await PageAnswer.RenderAsync<RunPage>(new RunView(await counts.CountAsync(run, cancellationToken), []))
            : Refusal.NotFound().ToResult();

    private static async Task<IResult> SteerAsync(
        HttpContext context, string id, [FromForm] string? verb, RunTable runs, RunSteering steering, RunCounts counts,
        CancellationToken cancellationToken)
    {
        var refusal = RunVerb.All.FirstOrDefault(one => one.Name == verb) is { } known
            ? (await known.CarryOutAsync(steering, id, cancellationToken)).Refusal
            : Refusal.Invalid("form-unreadable");
        if (refusal is null)
        {
            return PageAnswer.SeeOther(context, Address(id));
        }

        return refusal.Kind != RefusalKind.NotFound && await runs.FindAsync(id, cancellationToken) is { } run
            ? await PageAnswer.RenderAsync<RunPage>(
                new RunView(await counts.CountAsync(run, cancellationToken), FieldFaults.Of(refusal)), ProblemResult.StatusFor(refusal.Kind))
            : refusal.ToResult();
    }

    private static async Task<IResult> PageAsync(
        FormView form, int status, RunTable runs, AgencyTable agencies, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        var known = await runs.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var registered = new List<Agency>();
        foreach (var year in frameworks.NewestFirst)
        {
            registered.AddRange(await agencies.AllAsync(FiscalYear.FromBuddhistEra(year), cancellationToken));
        }

        return await PageAnswer.RenderAsync<RunListPage>(
            new RunListView(
                [.. known.OrderByDescending(run => run.CreatedAt).ThenBy(run => run.Id, StringComparer.Ordinal).Select(RunBrief.From)],
                GroupNames.Choices(registered, agency => agency.Province),
                GroupNames.Choices(registered, agency => agency.Type),
                frameworks.NewestFirst,
                form),
            status);
    }

    private static string Address(string id) => $"{List}/{Uri.EscapeDataString(id)}";
}
