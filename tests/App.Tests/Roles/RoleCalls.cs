using Ita.App.Web.Bodies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Ita.App.Tests.Roles;

/// <summary>One call of an endpoint.</summary>
/// <param name="Endpoint">The method and the address with its parameters, for example <c>GET /api/v1/keys</c>.</param>
/// <param name="Year">The year whose data it asks for, or 0 when its address has no year.</param>
/// <param name="Body">Null for a call without a body; otherwise one that every endpoint refuses, so that nothing is changed.</param>
internal sealed record RoleCall(string Endpoint, int Year, string Method, string Address, HttpBody? Body);

/// <summary>The body of a call with its type.</summary>
internal sealed record HttpBody(string Text, string ContentType);

/// <summary>Every endpoint of the app, called for each situation of the agency's data.</summary>
internal static class RoleCalls
{
    private static readonly HttpBody RefusedJson = new("\"x\"", "application/json");
    private static readonly HttpBody EmptyForm = new("none=", "application/x-www-form-urlencoded");

    private static readonly int[] Years = [2565, 2566, 2567];

    public static IEnumerable<RoleCall> List(IServiceProvider services, RoleData data) =>
        from endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [HttpMethods.Get]
        let name = $"{method} {endpoint.RoutePattern.RawText}"
        orderby name
        from year in endpoint.RoutePattern.Parameters.Any(one => one.Name is "year" or "id" or "agency") ? Years : [0]
        from variant in Variants(name)
        select new RoleCall(
            name + variant, year, method, Address(endpoint.RoutePattern, name, year, data) + variant, BodyOf(endpoint, method));

    // What an endpoint shows besides its default, where that is another path through the code.
    private static string[] Variants(string endpoint) => endpoint switch
    {
        "GET /api/v1/results/{year:int}/{agency}" =>
            ["", "?format=csv", "?format=xlsx", "?version=1", "?version=2", "?format=csv&version=2", "?format=xlsx&version=2"],
        "GET /api/v1/results/{year:int}/{agency}/diff" => ["", "?from=1&to=2"],
        "GET /api/v1/results/{year:int}" or "GET /api/v1/rankings/{year:int}" => ["", "?format=csv", "?format=xlsx"],
        "GET /api/v1/reports/{year:int}/{agency}/{kind}" or "GET /api/v1/reports/{year:int}/summary" =>
            ["", "?format=html", "?format=pdf", "?format=docx"],
        _ => [""],
    };

    private static string Address(RoutePattern pattern, string endpoint, int year, RoleData data) => string.Join(
        "", pattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => Value(parameter.Name, endpoint, year, data),
            _ => throw new InvalidOperationException(endpoint),
        }))));

    private static string Value(string parameter, string endpoint, int year, RoleData data) => parameter switch
    {
        "year" => year.ToString(CultureInfo.InvariantCulture),
        "agency" or "code" => RoleData.Agency,
        "id" when endpoint.Contains("/measures/", StringComparison.Ordinal) => "m01",
        "id" when endpoint.Contains("/uploads/", StringComparison.Ordinal) => data.Ids[(year, "upload")],
        "id" when endpoint.Contains("/verify/", StringComparison.Ordinal) => data.Ids[(year, "seal")],
        "id" when endpoint.Contains("/runs/", StringComparison.Ordinal) => data.Ids[(2565, "run")],

        // Nothing is deleted, so that every role meets the same data.
        "picture" => endpoint.StartsWith("DELETE", StringComparison.Ordinal) ? "none" : data.Ids[(year, "picture")],
        "id" when endpoint.Contains("/keys/", StringComparison.Ordinal) => "none",
        "kind" when endpoint.Contains("/templates/", StringComparison.Ordinal) => "scores",
        "kind" => "memo",
        "path" or "instrument" => "iit",
        "name" when endpoint.Contains("/assets/", StringComparison.Ordinal) => "app.css",
        "version" => "0",
        "number" => "1",
        "documentName" => "v1",
        "name" or "schema" => "result",
        _ => throw new InvalidOperationException($"{endpoint} has the parameter {parameter}, for which the role matrix has no value."),
    };

    private static HttpBody? BodyOf(RouteEndpoint endpoint, string method) => HttpMethods.IsGet(method)
        ? null
        : endpoint.RoutePattern.RawText!.StartsWith("/api/app", StringComparison.Ordinal)
            ? EmptyForm
            : endpoint.Metadata.GetMetadata<BodyTaken>() is not null ? RefusedJson : null;
}
