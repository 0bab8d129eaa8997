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
        .AddApiDocument();

    /// <summary>Checks the storage before every endpoint except the liveness checks.</summary>
    public static void UseStorage(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.Path.Value is not ("/" or "/api/health" or "/api/health/live" or "/api/health/ready"))
        {
            await context.RequestServices.GetRequiredService<OpenStorage>().EnsureAsync(context.RequestAborted);
        }

        await next(context);
    });

    /// <summary>Returns an unexpected fault as a problem. It is logged in full under the number that the caller
    /// receives.</summary>
    public static void UseFaults(this IApplicationBuilder app) => app.Use(AnswerFaultsAsync);

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
        catch (Exception fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var trace = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Ita.Api").LogError(fault, "Failed: {Trace}", trace);
            await Unrouted.AnswerAsync(context, Refusal.Create(RefusalKind.Failed, "failed", ("trace", trace)).ToResult());
        }
    }

    // The message contains the parameter in quotation marks after its type: "Nullable<bool> dryRun".
    private static ProblemResult BadRequest(BadHttpRequestException fault) => fault.StatusCode == StatusCodes.Status413PayloadTooLarge
        ? Refusal.TooLarge("request-too-large").ToResult()
        : new(Refusal.Invalid("request-invalid", ("field", NamedIn(fault.Message) ?? "body")), fault.StatusCode);

    private static string? NamedIn(string message) => message.Split('"').ElementAtOrDefault(1)?.Split(' ')[^1];
}
