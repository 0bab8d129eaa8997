using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ita.App.Web;

/// <summary>GET /api/openapi/v1.json: describes every endpoint under /api/v1; generated from the endpoints at the
/// first request.</summary>
internal static class ApiDocument
{
    /// <summary>The address of the document.</summary>
    public const string Path = $"/api/openapi/{Version}.json";

    private const string Version = "v1";
    private const string Scheme = "key";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions))
        .AddOpenApi(Version, options =>
        {
            options.ShouldInclude = call => call.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            options.AddSchemaTransformer(DescribeConvertedAsync);
            options.AddDocumentTransformer(DescribeAsync);
            options.AddOperationTransformer(AskForKeyAsync);
            options.AddOperationTransformer(AddFilesAsync);
        });

    public static void MapApiDocument(this IEndpointRouteBuilder app) => app.MapOpenApi("/api/openapi/{documentName}.json");

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "ITA",
            Version = Version,
            Description = "Scores, plans, reports and surveys of Thailand's Integrity and Transparency Assessment.",
        };

        // A relative URL, because the worker does not know the address of the front end.
        document.Servers = [new() { Url = "/" }];

        // One per operation's tag; the generator adds the names of the classes that map the endpoints.
        document.Tags = document.Paths.Values
            .SelectMany(path => path.Operations?.Values.AsEnumerable() ?? [])
            .SelectMany(operation => operation.Tags?.AsEnumerable() ?? [])
            .Select(tag => tag.Reference.Id!)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(tag => new OpenApiTag { Name = tag })
            .ToHashSet();
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
        return Task.CompletedTask;
    }

    // These two types have converters, whose JSON the schema exporter does not know.
    private static Task DescribeConvertedAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type == typeof(FiscalYear))
        {
            schema.Type = JsonSchemaType.Integer;
        }
        else if (context.JsonTypeInfo.Type == typeof(ScoreKey))
        {
            schema.Type = JsonSchemaType.String;
        }

        return Task.CompletedTask;
    }

    // A draft can require a key as well, by the setting ITA_READS; only requests that always require one are marked.
    private static Task AskForKeyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var right = context.Description.ActionDescriptor.EndpointMetadata.OfType<NeededRight>().LastOrDefault()?.Right;
        if (right is not (null or Right.Anyone) || (right is null && context.Description.HttpMethod is not "GET"))
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
        }

        operation.Tags = new HashSet<OpenApiTagReference> { new(Room(context.Description.RelativePath!), context.Document) };
        return Task.CompletedTask;
    }

    // The metadata of ASP.NET Core has one type per status, so files are added beside the JSON here.
    private static Task AddFilesAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var contentType in context.Description.ActionDescriptor.EndpointMetadata.OfType<FileAnswer>().SelectMany(file => file.ContentTypes))
        {
            operation.Responses ??= [];
            if (!operation.Responses.TryGetValue("200", out var known) || known is not OpenApiResponse response)
            {
                operation.Responses["200"] = response = new OpenApiResponse { Description = "OK" };
            }

            response.Content ??= new Dictionary<string, OpenApiMediaType>();
            response.Content[contentType] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
        }

        return Task.CompletedTask;
    }

    private static string Room(string path) => path.Split('/')[2].Split('?')[0];
}
