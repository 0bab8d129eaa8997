using Scalar.AspNetCore;

namespace Ita.App.Web;

/// <summary>GET /api/docs: the API documentation, rendered by Scalar from the OpenAPI document. Its script and style sheet are in the package and
/// are served by the app.</summary>
internal static class ApiReference
{
    public const string Root = "/api/docs";

    public static void MapApiReference(this IEndpointRouteBuilder app) => app.MapScalarApiReference(Root, options => options
        .WithTitle("ITA API")
        .WithOpenApiRoutePattern(ApiDocument.Path)
        .DisableDefaultFonts()
        .HideDeveloperTools()
        .HideClientButton()
        .DisableTelemetry()
        .DisableAgent()
        .DisableMcp());
}
