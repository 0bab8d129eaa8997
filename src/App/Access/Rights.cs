using Ita.Intake.Cells;
using Ita.Intake.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace Ita.App.Access;

/// <summary>Lets a request through when its key has the right that the endpoint requires.</summary>
internal sealed class Rights(Callers callers, Reads reads) : IEndpointFilter
{
    private static readonly string[] AgencyNames = ["agency", "code"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await RefusalAsync(context.HttpContext) is { } refusal ? refusal.ToResult() : await next(context);

    // Null when the request may continue; its key is then stored in the features of the request.
    private async Task<Refusal?> RefusalAsync(HttpContext http)
    {
        var (stated, agency) = (http.GetEndpoint()?.Metadata.GetMetadata<NeededRight>()?.Right, AgencyIn(http.Request));
        if (agency is not null && !AgencyCodes.MayBe(agency))
        {
            return Refusal.NotFound();
        }

        var right = stated ?? (IsReading(http.Request) ? Reads.DefaultRight(agency) : Right.Operator);
        var isReading = stated is Right.Reading || (stated is null && IsReading(http.Request));
        if (right == Right.Anyone || (isReading && await reads.NeedNoKeyAsync(http, agency)))
        {
            return null;
        }

        var caller = await callers.FindHolderAsync(http);
        if (caller.IsRefused)
        {
            return caller.Refusal;
        }

        http.Features.Set(caller.Value);
        var refusal = Check(caller.Value, right, agency);
        return refusal is null || (isReading && await reads.IsPublishedAsync(http, agency)) ? null : refusal;
    }

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static string? AgencyIn(HttpRequest request) =>
        AgencyNames.Select(name => request.RouteValues.GetValueOrDefault(name) as string).FirstOrDefault(value => value is not null);

    // 404 for another agency's data; 403 key-too-weak for the caller's own.
    private static Refusal? Check(KeyHolder holder, Right right, string? agency)
    {
        if (agency is not null && !holder.Covers(agency))
        {
            return Refusal.NotFound();
        }

        var isEnough = right switch
        {
            Right.OwnAgency or Right.Reading => true,
            Right.AnyAgency => holder.Scope != KeyScope.Agency,
            _ => holder.Scope == KeyScope.Operator,
        };
        return isEnough ? null : Refusal.Forbidden("key-too-weak");
    }
}

internal static class HolderOfCall
{
    /// <summary>The key of the request; throws when the endpoint does not require one.</summary>
    public static KeyHolder Holder(this HttpContext context) => context.Features.GetRequiredFeature<KeyHolder>();
}
