using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;

namespace Ita.App.Web;

/// <summary>A type of the API whose JSON Schema is published under a name.</summary>
internal sealed record ApiSchema(string Name, Type Type);

/// <summary>GET schemas/{name}.json: the JSON Schema of a type of the API, made from the type.</summary>
internal static class SchemasApi
{
    private const string MediaType = "application/schema+json";

    // Numbers are read from strings too, but never written as such.
    private static readonly JsonSerializerOptions Strict = new(ApiJson.Options) { NumberHandling = JsonNumberHandling.Strict };

    private static readonly JsonSchemaExporterOptions NonNullableByDefault = new() { TreatNullObliviousAsNonNullable = true };

    public static IServiceCollection AddSchema<T>(
        this IServiceCollection services, string name) => services.AddSingleton(new ApiSchema(name, typeof(T)));

    public static void MapSchemas(this IEndpointRouteBuilder api) => api
        .MapGet("/schemas/{name}.json", GetSchema)
        .Needs(Right.Anyone)
        .Produces<JsonObject>(StatusCodes.Status200OK, MediaType);

    private static IResult GetSchema(
        string name, IEnumerable<ApiSchema> schemas) => schemas.FirstOrDefault(schema => schema.Name == name) is { } found
        ? TypedResults.Json(Export(found), ApiJson.Options, MediaType)
        : new ProblemResult(Refusal.NotFound());

    private static JsonObject Export(ApiSchema found)
    {
        var schema = Strict.GetJsonSchemaAsNode(found.Type, NonNullableByDefault).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "$id", $"urn:ita:schema:{found.Name}");
        return schema;
    }
}
