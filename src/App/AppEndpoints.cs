using System.Diagnostics;
using Ita.App.Access;
using Ita.App.Agencies;
using Ita.App.Frameworks;
using Ita.App.Measures;
using Ita.App.Rankings;
using Ita.App.Reports;
using Ita.App.Results;
using Ita.App.Results.Analysis;
using Ita.App.Runs;
using Ita.App.Storage;
using Ita.App.Surveys;
using Ita.App.Uploads;
using Ita.App.Web;
using Ita.App.Web.Layout;

namespace Ita.App;

/// <summary>Everything under /api/v1.</summary>
internal static class HttpApi
{
    /// <summary>A value of the wrong form in an address is thrown, so that it is answered as a problem like everything else.</summary>
    public static void AddApi(this IServiceCollection services) => services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter<KeyCookie>().AddEndpointFilter<Rights>();
        var open = api.MapGroup("").Needs(Right.Anyone);
        open.MapFrameworks();
        open.MapTemplates();
        open.MapSchemas();
        open.MapVerify();
        open.MapSampleSize();
        api.MapUploads();
        api.MapAgencies();
        api.MapResults();
        api.MapVersions();
        api.MapAnalysis();
        api.MapMeasures();
        api.MapPictures();
        api.MapEvidence();
        api.MapRankings();
        api.MapReports();
        api.MapLetterHeads();
        api.MapSummaries();
        api.MapKeys();
        api.MapSurveys();
        api.MapSheets();
        api.MapRuns();
        app.MapGet("/", () => TypedResults.Redirect(PageRoutes.Root)).ExcludeFromDescription();
        app.Map("/{**path}", ApiProblem.NotFound);
    }

    /// <summary>Makes sure of the storage before any endpoint but liveness, and answers an unexpected fault of the API as a problem.</summary>
    public static void UseApi(this IApplicationBuilder app)
    {
        app.Use(AnswerFaultsAsync);
        app.Use(async (context, next) =>
        {
            if (context.Request.Path.Value is not ("/" or "/api/health" or "/api/health/live" or "/api/health/ready"))
            {
                await context.RequestServices.GetRequiredService<OpenStorage>().EnsureAsync(context.RequestAborted);
            }

            await next(context);
        });
    }

    // Logged in full under the number the caller is given.
    private static async Task AnswerFaultsAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, BadRequest(fault));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has left: not a failure of the function, which the host would count and log.
        }
        catch (Exception fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var trace = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Ita.Api").LogError(fault, "Failed: {Trace}", trace);
            await AnswerAsync(context, ApiProblem.Of(StatusCodes.Status500InternalServerError, "failed", ("trace", trace)));
        }
    }

    private static async Task AnswerAsync(HttpContext context, IResult problem)
    {
        var answer = context.Request.Path.StartsWithSegments(PageRoutes.Root) ? await ProblemPages.ShownAsync(context, problem) : problem;
        await answer.ExecuteAsync(context);
    }

    // What could not be bound is named between quotes, its type before it: "Nullable<bool> dryRun".
    private static IResult BadRequest(BadHttpRequestException fault) => fault.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? ApiProblem.Of(fault.StatusCode, "request-too-large")
        : ApiProblem.Of(fault.StatusCode, "request-invalid", ("field", fault.Message.Split('"').ElementAtOrDefault(1)?.Split(' ')[^1] ?? "body"));
}
