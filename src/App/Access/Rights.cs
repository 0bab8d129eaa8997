using Ita.App.Web;
using Ita.Intake.Cells;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ita.App.Access;

/// <summary>What a call asks of its caller.</summary>
internal enum Right
{
    /// <summary>Nothing, or something the endpoint sees to itself.</summary>
    Anyone,

    /// <summary>Any key, and none where reading is open: the endpoint gives each key its own.</summary>
    Reading,

    /// <summary>A key that covers the agency in the address; any key where the address names none.</summary>
    OwnAgency,

    /// <summary>An assessor's or operator's key.</summary>
    AnyAgency,

    Operator,
}

internal static class RightsOfEndpoints
{
    /// <summary>States what the endpoint asks; what states nothing may be read by the rule of <see cref="Reads"/> and changed by an operator alone.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Right right)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeededRight(right));

    /// <summary>Whose key the call carried; only where the endpoint needs one.</summary>
    public static KeyHolder Holder(this HttpContext context) => context.Features.GetRequiredFeature<KeyHolder>();
}

internal sealed record NeededRight(Right Right);

/// <summary>Lets a call through when its key reaches far enough.</summary>
internal sealed class Rights(Callers callers, Reads reads) : IEndpointFilter
{
    private static readonly string[] AgencyNames = ["agency", "code"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var (stated, agency) = (http.GetEndpoint()?.Metadata.GetMetadata<NeededRight>()?.Right, AgencyOf(http.Request));
        if (agency is not null && !AgencyCodes.MayBe(agency))
        {
            return ApiProblem.NotFound();
        }

        var right = stated ?? (IsReading(http.Request) ? Reads.Unstated(agency) : Right.Operator);
        var isReading = stated is Right.Reading || (stated is null && IsReading(http.Request));
        if (right == Right.Anyone || (isReading && await reads.NeedNoKeyAsync(http, agency)))
        {
            return await next(context);
        }

        var (holder, refusal) = await callers.HolderAsync(http);
        if (holder is null)
        {
            return refusal;
        }

        http.Features.Set(holder);
        refusal = Refusal(holder, right, agency) ?? TypedResults.Empty;
        return refusal is EmptyHttpResult || (isReading && await reads.IsPublishedAsync(http, agency)) ? await next(context) : refusal;
    }

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static string? AgencyOf(HttpRequest request) =>
        AgencyNames.Select(name => request.RouteValues.GetValueOrDefault(name) as string).FirstOrDefault(value => value is not null);

    // What is another agency's is not there; what is one's own but asks for more is refused by name.
    private static IResult? Refusal(KeyHolder holder, Right right, string? agency)
    {
        if (agency is not null && !holder.Covers(agency))
        {
            return ApiProblem.NotFound();
        }

        var enough = right switch
        {
            Right.OwnAgency or Right.Reading => true,
            Right.AnyAgency => holder.Scope != KeyScope.Agency,
            _ => holder.Scope == KeyScope.Operator,
        };
        return enough ? null : ApiProblem.Of(StatusCodes.Status403Forbidden, "key-too-weak");
    }
}
