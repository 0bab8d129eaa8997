using Ita.App.Access;
using Ita.App.Reports;
using Ita.App.Web;

namespace Ita.App.Runs;

/// <summary>POST and GET runs, GET runs/{id} and its manifest.csv, POST runs/{id}/pause, resume, cancel, retry.</summary>
internal static class RunsApi
{
    public static void MapRuns(this RouteGroupBuilder api)
    {
        var runs = api.MapGroup("/runs").Needs(Right.AnyAgency);
        runs.MapPost("", PostAsync);
        runs.MapGet("", ListAsync);
        runs.MapGet("/{id}", async (string id, RunTable table, RunItemTable items, TimeProvider clock, CancellationToken stop) =>
            await ShownAsync(await table.FindAsync(id, stop), items, clock, StatusCodes.Status200OK, stop));
        runs.MapGet("/{id}/manifest.csv", ManifestAsync);
        Map(runs, "pause", (steering, id, stop) => steering.PauseAsync(id, stop), run => run.State is "paused");
        Map(runs, "resume", (steering, id, stop) => steering.ResumeAsync(id, stop), run => !run.IsFinished);
        Map(runs, "cancel", (steering, id, stop) => steering.CancelAsync(id, stop), run => run.State is "cancelled");
        Map(runs, "retry", (steering, id, stop) => steering.RetryAsync(id, stop), run => run.Control == RunControl.Active);
    }

    // Steering says what became of the run; when that is not what was wished, its state did not allow it.
    private static void Map(RouteGroupBuilder runs, string verb, Func<RunSteering, string, CancellationToken, Task<Run?>> steer, Func<Run, bool> wished) =>
        runs.MapPost($"/{{id}}/{verb}", async (string id, RunSteering steering, RunItemTable items, TimeProvider clock, CancellationToken stop) =>
        {
            var run = await steer(steering, id, stop);
            return run is null || wished(run)
                ? await ShownAsync(run, items, clock, StatusCodes.Status202Accepted, stop)
                : ApiProblem.Of(StatusCodes.Status409Conflict, "run-not-in-state", ("state", run.State));
        });

    private static async Task<IResult> PostAsync(
        HttpContext context, RunSteering steering, RunItemTable items, TimeProvider clock, CancellationToken stop)
    {
        var (order, refusal) = await RunRequest.ReadAsync(context.Request, stop);
        if (order is null)
        {
            return refusal;
        }

        var run = await steering.StartAsync(order, context.Holder().Id, stop);
        context.Response.Headers.Location = RunObject.Address(run);
        return await ShownAsync(run, items, clock, StatusCodes.Status202Accepted, stop);
    }

    private static async Task<IResult> ListAsync(RunTable table, CancellationToken stop)
    {
        var all = new List<Run>();
        await foreach (var run in table.ListAsync(stop))
        {
            all.Add(run);
        }

        return TypedResults.Json(all.OrderByDescending(run => run.CreatedAt).ThenBy(run => run.Id, StringComparer.Ordinal).Select(RunObject.Brief), ApiJson.Options);
    }

    private static async Task<IResult> ShownAsync(Run? run, RunItemTable items, TimeProvider clock, int status, CancellationToken stop) => run is null
        ? ApiProblem.NotFound()
        : TypedResults.Json(
            RunObject.Of(run, await RunTally.OfAsync(run, items.AllAsync(run.Id, stop)), clock.GetUtcNow()), ApiJson.Options, statusCode: status);

    private static async Task<IResult> ManifestAsync(string id, RunTable table, RunItemTable items, CancellationToken stop) =>
        await table.FindAsync(id, stop) is { } run
            ? TypedResults.Stream(file => CsvText.StreamAsync(file, Rows(run, items, stop), stop), CsvText.ContentType, $"{run.Id}.csv")
            : ApiProblem.NotFound();

    private static async IAsyncEnumerable<object?[]> Rows(
        Run run, RunItemTable items, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        yield return ["fiscal_year", "agency_code", "agency_name", "agency_type", "province", "kind", "version", "status", "reason", "sha256", "path"];
        await foreach (var item in items.AllAsync(run.Id, stop))
        {
            var scope = item.IsSummary ? SummaryScope.Parse(item.Subject) : null;
            yield return
            [
                run.Order.Year.BuddhistEra, item.IsSummary ? null : item.Subject, item.Name, scope?.Type ?? item.Type, scope?.Province ?? item.Province,
                item.Kind, item.Version, Names.Of(item.Status), item.Reason, item.Sha256, item.Path,
            ];
        }
    }
}
