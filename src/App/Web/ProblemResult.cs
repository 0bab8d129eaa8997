namespace Ita.App.Web;

/// <summary>The body of an error answer (RFC 9457), with a stable code and the text in both languages.</summary>
/// <param name="Title">English.</param>
/// <param name="Detail">Thai.</param>
/// <param name="Errors">One per invalid field; empty when no field is at fault.</param>
public sealed record ProblemBody(
    string Type, string Title, int Status, string Code, string Detail, string DetailEn, ImmutableArray<FieldProblem> Errors);

/// <param name="Field">The question, spelled as in the framework; the column or member of a file.</param>
/// <param name="Line">The line of a file; null when the problem is not of a line.</param>
/// <param name="Sheet">The sheet of a workbook; null elsewhere.</param>
public sealed record FieldProblem(string? Field, string Code, string Detail, string DetailEn, int? Line, string? Sheet)
{
    public static FieldProblem From(Problem problem)
    {
        var text = problem.Text;
        return new(problem.Column, problem.Code, text.Th, text.En, problem.Line, problem.Sheet);
    }
}

/// <summary>Answers a refusal as <c>application/problem+json</c>.</summary>
/// <param name="status">The HTTP status; the default follows from <see cref="Web.Refusal.Kind"/>.</param>
internal sealed class ProblemResult(Refusal refusal, int? status = null) : IResult, IStatusCodeHttpResult
{
    public const string ContentType = "application/problem+json";

    public Refusal Refusal => refusal;

    public int? StatusCode => Status;

    public int Status { get; } = status ?? StatusFor(refusal.Kind);

    public ProblemBody Body => new(
        $"urn:ita:problem:{refusal.Code}",
        refusal.Text.En,
        Status,
        refusal.Code,
        refusal.Text.Th,
        refusal.Text.En,
        [.. refusal.Faults.Select(FieldProblem.From)]);

    public static int StatusFor(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.KeyRequired => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.UnsupportedFormat => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        SetHeaders(httpContext.Response);
        httpContext.Response.StatusCode = Status;
        return httpContext.Response.WriteAsJsonAsync(Body, ApiJson.Options, ContentType, httpContext.RequestAborted);
    }

    /// <summary>Sets the headers that go with the refusal, for an answer with another body too.</summary>
    public void SetHeaders(HttpResponse response)
    {
        if (refusal.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds;
        }

        if (refusal.Kind == RefusalKind.KeyRequired)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }
    }
}

internal static class Refusals
{
    public static ProblemResult ToResult(this Refusal refusal) => new(refusal);
}
