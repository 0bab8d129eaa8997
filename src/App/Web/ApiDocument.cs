using Ita.App.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ita.App.Web;

/// <summary>GET /api/openapi/v1.json: every call under /api/v1, made from the endpoints themselves when first asked for.</summary>
internal static class ApiDocument
{
    private const string Version = "v1";
    private const string Scheme = "key";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Version, options =>
    {
        options.ShouldInclude = call => call.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(DescribeAsync);
        options.AddOperationTransformer(AskForKeyAsync);
    });

    public static void MapApiDocument(this IEndpointRouteBuilder app) => app.MapOpenApi("/api/openapi/{documentName}.json");

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        document.Info = new() { Title = "ITA", Version = Version, Description = "Scores, plans, reports and surveys of Thailand's Integrity and Transparency Assessment." };

        // The address the app is reached at is the front end's, which the worker does not know.
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
        return Task.CompletedTask;
    }

    // Drafts may need one as well, by the setting ITA_READS; only what always does is marked.
    private static Task AskForKeyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        var right = context.Description.ActionDescriptor.EndpointMetadata.OfType<NeededRight>().LastOrDefault()?.Right;
        if (right is not (null or Right.Anyone) || (right is null && context.Description.HttpMethod is not "GET"))
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
        }

        operation.Tags = new HashSet<OpenApiTagReference> { new(Room(context.Description.RelativePath!), context.Document) };
        return Task.CompletedTask;
    }

    private static string Room(string path) => path.Split('/')[2].Split('?')[0];
}
