using System.Diagnostics;
using Ita.App.Web.Layout;

namespace Ita.App;

/// <summary>The middleware that runs before every endpoint.</summary>
internal static class AppPipeline
{
    /// <summary>An invalid parameter throws, so that <see cref="UseFaults"/> returns it as a problem.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services) => services
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
        .AddSingleton<PublicAddress>()
        .AddSecurityHeaders()
        .AddOpenReads()
        .AddApiDocument();

    /// <summary>Checks the storage before every endpoint except the liveness checks, and lets calls of it fail soon.</summary>
    public static void UseStorage(this IApplicationBuilder app) => app.Use(CheckStorageAsync);

    /// <summary>Returns an unexpected fault as a problem. It is logged in full under the number that the caller
    /// receives.</summary>
    public static void UseFaults(this IApplicationBuilder app) => app.Use(AnswerFaultsAsync);

    private static async Task CheckStorageAsync(HttpContext context, RequestDelegate next)
    {
        StoragePatience.Begin();
        if (context.Request.Path.Value is "/" or "/api/health" or "/api/health/live" or "/api/health/ready")
        {
            await next(context);
            return;
        }

        if (IsWrite(context.Request.Method) && !context.RequestServices.GetRequiredService<StoreSpace>().IsEnough())
        {
            await Unrouted.AnswerAsync(context, StorageRefusals.Full.ToResult());
            return;
        }

        var storage = context.RequestServices.GetRequiredService<OpenStorage>();
        await storage.EnsureAsync(context.RequestAborted);
        await context.RequestServices.GetRequiredService<KnownFrameworks>().RefreshAsync(always: false, context.RequestAborted);
        try
        {
            await next(context);
        }
        catch (Exception fault) when (StorageFaults.IsMissing(fault))
        {
            storage.Forget();
            throw;
        }
    }

    private static async Task AnswerFaultsAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            await Unrouted.AnswerAsync(context, BadRequest(fault));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client disconnected. Rethrown, it would be counted and logged as a failure of the function.
        }
        catch (Exception fault) when (!context.Response.HasStarted && StorageRefusals.Find(fault) is not null)
        {
            // The message names the service; the stack would repeat with every call while storage is down.
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Ita.Api")
                .LogError("Storage failed: {Fault}", StorageRefusals.Cause(fault));
            await Unrouted.AnswerAsync(context, StorageRefusals.Find(fault)!.ToResult());
        }
        catch (Exception fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var trace = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Ita.Api").LogError(fault, "Failed: {Trace}", trace);
            await Unrouted.AnswerAsync(context, Refusal.Create(RefusalKind.Failed, "failed", ("trace", trace)).ToResult());
        }
    }

    private static bool IsWrite(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    // The message contains the parameter in quotation marks after its type: "Nullable<bool> dryRun".
    private static ProblemResult BadRequest(BadHttpRequestException fault) => fault.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? Refusal.TooLarge("request-too-large").ToResult()
        : new(Refusal.Invalid("request-invalid", ("field", NamedIn(fault.Message) ?? "body")), fault.StatusCode);

    private static string? NamedIn(string message) => message.Split('"').ElementAtOrDefault(1)?.Split(' ')[^1];
}
