using System.Runtime.CompilerServices;
using Ita.App.Reports;
using Ita.Intake.Workbooks.Writing;
using Microsoft.AspNetCore.Http.Features;

namespace Ita.App.Runs;

/// <summary>POST and GET runs, GET runs/{id} and its manifest.csv, manifest.xlsx and reports.zip, POST runs/{id}/pause, resume, cancel,
/// retry.</summary>
internal static class RunsApi
{
    public static void MapRuns(this IEndpointRouteBuilder api)
    {
        var runs = api.MapGroup("/runs").Needs(Right.AnyAgency);
        runs.MapPost("", PostAsync).TakesBody().Succeeds<RunObject>(StatusCodes.Status202Accepted).Refuses(StatusCodes.Status404NotFound);
        runs.MapGet("", ListAsync);
        runs.MapGet("/{id}", GetAsync);
        runs.MapGet("/{id}/manifest.csv", GetManifestAsync).SucceedsWithFile(CsvText.MediaType);
        runs.MapGet("/{id}/manifest.xlsx", GetManifestWorkbookAsync).SucceedsWithFile(WorkbookWriter.MediaType);
        runs.MapGet("/{id}/reports.zip", GetArchiveAsync).SucceedsWithFile(RunArchive.MediaType);
        foreach (var verb in RunVerb.All)
        {
            runs.MapPost($"/{{id}}/{verb.Name}", Task<Answer<RunObject>> (
                    string id, RunSteering steering, RunCounts counts, CancellationToken cancellationToken) =>
                    SteerAsync(id, verb, steering, counts, cancellationToken))
                .Succeeds<RunObject>(StatusCodes.Status202Accepted)
                .Refuses(StatusCodes.Status409Conflict);
        }
    }

    private static async Task<Answer<RunObject>> SteerAsync(
        string id, RunVerb verb, RunSteering steering, RunCounts counts, CancellationToken cancellationToken)
    {
        var run = await verb.CarryOutAsync(steering, id, cancellationToken);
        return run.IsRefused
            ? run.Refusal
            : Answer<RunObject>.With(await counts.CountAsync(run.Value, cancellationToken), StatusCodes.Status202Accepted);
    }

    private static async Task<Answer<RunObject>> PostAsync(
        HttpContext context, RunSteering steering, RunAgencies agencies, RunCounts counts, FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        var order = await RunRequest.ReadAsync(context.Request, frameworks, cancellationToken);
        if (order.IsRefused)
        {
            return order.Refusal;
        }

        if (await agencies.FindRefusalAsync(order.Value.Year, order.Value.Scope, cancellationToken) is { } empty)
        {
            return empty;
        }

        var run = await steering.StartAsync(order.Value, context.Holder().Id, cancellationToken);
        return Answer<RunObject>.With(await counts.CountAsync(run, cancellationToken), StatusCodes.Status202Accepted, RunBrief.Address(run));
    }

    private static async Task<Answer<ImmutableArray<RunBrief>>> ListAsync(RunTable table, CancellationToken cancellationToken)
    {
        var runs = await table.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        return runs.OrderByDescending(run => run.CreatedAt).ThenBy(run => run.Id, StringComparer.Ordinal).Select(RunBrief.From).ToImmutableArray();
    }

    private static async Task<Answer<RunObject>> GetAsync(string id, RunTable table, RunCounts counts, CancellationToken cancellationToken) =>
        await table.FindAsync(id, cancellationToken) is { } run ? await counts.CountAsync(run, cancellationToken) : Refusal.NotFound();

    private static async Task<IResult> GetManifestAsync(string id, RunTable table, RunItemTable items, CancellationToken cancellationToken) =>
        await table.FindAsync(id, cancellationToken) is { } run
            ? Manifest(run, items, cancellationToken).StreamCsv(cancellationToken)
            : Refusal.NotFound().ToResult();

    private static async Task<IResult> GetManifestWorkbookAsync(string id, RunTable table, RunItemTable items, CancellationToken cancellationToken) =>
        await table.FindAsync(id, cancellationToken) is { } run
            ? await Manifest(run, items, cancellationToken).ToWorkbookAsync(cancellationToken)
            : Refusal.NotFound().ToResult();

    private static async Task<IResult> GetArchiveAsync(
        string id, HttpContext context, RunTable table, RunItemTable items, ReportTable reports, CancellationToken cancellationToken)
    {
        if (await table.FindAsync(id, cancellationToken) is not { } run)
        {
            return Refusal.NotFound().ToResult();
        }

        // ZipArchive writes the headers of its entries without waiting; they are some bytes each.
        context.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        var manifest = Manifest(run, items, cancellationToken);
        return TypedResults.Stream(
            file => RunArchive.WriteAsync(file, run, manifest, items.AllAsync(run.Id, cancellationToken), reports, cancellationToken),
            RunArchive.MediaType,
            FormattableString.Invariant($"{run.Order.Year}-{run.Id}.zip"));
    }

    private static TableFile Manifest(Run run, RunItemTable items, CancellationToken cancellationToken) => new(
        run.Id,
        TableFile.Columns(
            [
                "fiscal_year", "agency_code", "agency_name", "agency_type", "province", "kind", "version", "status", "reason", "sha256", "path",
            ],
            "fiscal_year", "version"),
        Rows(run, items, cancellationToken));

    private static async IAsyncEnumerable<object?[]> Rows(Run run, RunItemTable items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in items.AllAsync(run.Id, cancellationToken))
        {
            var scope = item.IsSummary ? SummaryScope.Parse(item.Subject) : null;
            yield return
            [
                run.Order.Year.BuddhistEra, item.IsSummary ? null : item.Subject,
                item.Name, scope?.Type ?? item.Type, scope?.Province ?? item.Province,
                item.Kind, item.Version, Names.Of(item.Status), item.Reason, item.Sha256, item.Path,
            ];
        }
    }
}

/// <summary>Counts the items of a run for the API.</summary>
internal sealed class RunCounts(RunItemTable items, TimeProvider clock)
{
    public async Task<RunObject> CountAsync(Run run, CancellationToken cancellationToken) =>
        RunObject.From(run, await RunTally.CountAsync(run, items.AllAsync(run.Id, cancellationToken)), clock.GetUtcNow());
}
