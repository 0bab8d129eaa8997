namespace Ita.App.Web.Layout;

/// <summary>Shows a problem as an HTML page.</summary>
internal sealed class ProblemPages : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await next(context) switch
        {
            ProblemResult problem => await ShowAsync(context.HttpContext, problem),
            var other => other,
        };

    public static Task<IResult> ShowAsync(HttpContext context, ProblemResult problem)
    {
        problem.SetHeaders(context.Response);
        return PageAnswer.RenderAsync<ProblemPage>(new ProblemView(problem.Body, ReturnAddress(context.Request)), problem.Status);
    }

    // A posted form is not posted again.
    private static string ReturnAddress(
        HttpRequest request) => HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : PageRoutes.Root;
}

/// <param name="Back">The address to return to after a key was entered.</param>
public sealed record ProblemView(ProblemBody Problem, string Back)
{
    /// <summary>True when entering a key can help.</summary>
    public bool WantsKey => Problem.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
        && Problem.Code.StartsWith("key-", StringComparison.Ordinal);

    public string Heading => Problem.Status switch
    {
        StatusCodes.Status401Unauthorized => "ต้องใช้กุญแจ",
        StatusCodes.Status403Forbidden => "ไม่อนุญาต",
        StatusCodes.Status404NotFound => "ไม่พบหน้าที่ขอ",
        StatusCodes.Status429TooManyRequests => "โปรดรอสักครู่",
        StatusCodes.Status503ServiceUnavailable => "ระบบไม่พร้อมให้บริการชั่วคราว",
        >= StatusCodes.Status500InternalServerError => "ระบบขัดข้อง",
        _ => "ทำรายการไม่สำเร็จ",
    };
}
