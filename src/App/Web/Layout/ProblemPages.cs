using Microsoft.AspNetCore.Http.HttpResults;

namespace Ita.App.Web.Layout;

/// <summary>Shows as a page what the API answers as a problem.</summary>
internal sealed class ProblemPages : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await next(context) switch
        {
            IResult answer => await ShownAsync(context.HttpContext, answer),
            var other => other,
        };

    /// <summary>The answer as it is, or a problem as a page.</summary>
    public static async Task<IResult> ShownAsync(HttpContext context, IResult answer) => answer is JsonHttpResult<ProblemBody> { Value: { } problem }
        ? await PageAnswer.OfAsync<ProblemPage>(new ProblemView(problem, BackTo(context.Request)), problem.Status)
        : answer;

    // What was sent is not sent again by itself.
    private static string BackTo(HttpRequest request) => HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : PageRoutes.Root;
}

/// <param name="Back">Where to go on with a key.</param>
public sealed record ProblemView(ProblemBody Problem, string Back)
{
    /// <summary>Whether a key would help.</summary>
    public bool WantsKey => Problem.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden && Problem.Code.StartsWith("key-", StringComparison.Ordinal);

    public string Heading => Problem.Status switch
    {
        StatusCodes.Status401Unauthorized => "ต้องใช้กุญแจ",
        StatusCodes.Status403Forbidden => "ไม่อนุญาต",
        StatusCodes.Status404NotFound => "ไม่พบหน้าที่ขอ",
        StatusCodes.Status429TooManyRequests => "โปรดรอสักครู่",
        >= StatusCodes.Status500InternalServerError => "ระบบขัดข้อง",
        _ => "ทำรายการไม่สำเร็จ",
    };
}
