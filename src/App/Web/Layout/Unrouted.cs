namespace Ita.App.Web.Layout;

/// <summary>Answers what no endpoint answers: HEAD as GET without a body, an unknown address with 404, a method that an address does not
/// have with 405 and <c>Allow</c>, and OPTIONS with <c>Allow</c> alone. The last three are problems, or pages for addresses of pages.</summary>
internal static class Unrouted
{
    private const string Separator = ", ";

    /// <summary>Runs a HEAD request as GET. The server sends no body for it, because it received HEAD.</summary>
    public static void UseHead(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var method = context.Request.Method;
        context.Request.Method = HttpMethods.IsHead(method) ? HttpMethods.Get : method;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = method;
        }
    });

    /// <summary>Answers what routing found no endpoint for.</summary>
    public static void UseUnrouted(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound } && context.GetEndpoint() is null)
        {
            await AnswerAsync(context, Refusal.NotFound());
        }
        else if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status405MethodNotAllowed, Headers.Allow: { Count: > 0 } allow })
        {
            await AnswerMethodAsync(context, WithGiven($"{allow}"));
        }
    });

    /// <summary>Answers a refusal as a problem document, or as a page when the address is one of a page.</summary>
    public static async Task AnswerAsync(HttpContext context, ProblemResult problem)
    {
        if (!context.Request.Path.StartsWithSegments(PageRoutes.Root))
        {
            await problem.ExecuteAsync(context);
            return;
        }

        await (await ProblemPages.ShowAsync(context, problem)).ExecuteAsync(context);
    }

    private static Task AnswerAsync(HttpContext context, Refusal refusal) => AnswerAsync(context, refusal.ToResult());

    private static async Task AnswerMethodAsync(HttpContext context, string allow)
    {
        context.Response.Headers.Allow = allow;
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            await AnswerAsync(context, Refusal.Create(RefusalKind.MethodNotAllowed, "method-not-allowed", ("methods", allow!)));
        }
    }

    // Every address answers OPTIONS, and HEAD where it answers GET.
    private static string WithGiven(string methods)
    {
        var known = methods.Split(Separator, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (known.Contains(HttpMethods.Get))
        {
            known.Add(HttpMethods.Head);
        }

        known.Add(HttpMethods.Options);
        return string.Join(Separator, known.Order(StringComparer.Ordinal));
    }
}
