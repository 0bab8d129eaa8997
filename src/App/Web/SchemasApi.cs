using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using Ita.App.Results;
using Ita.App.Uploads;

namespace Ita.App.Web;

/// <summary>GET schemas/{name}.json: the JSON Schema of what the API gives, made from the types that are written.</summary>
internal static class SchemasApi
{
    private static readonly Dictionary<string, Type> Types = new(StringComparer.Ordinal)
    {
        ["result"] = typeof(ResultObject),
        ["diff"] = typeof(DiffObject),
        ["dry-run"] = typeof(DryRunObject),
    };

    // We read a number out of a string, and never write one into it.
    private static readonly JsonSerializerOptions Strict = new(ApiJson.Options) { NumberHandling = JsonNumberHandling.Strict };

    private static readonly JsonSchemaExporterOptions NoNullsUnsaid = new() { TreatNullObliviousAsNonNullable = true };

    public static void MapSchemas(this RouteGroupBuilder api) => api.MapGet("/schemas/{name}.json", (string name) =>
        Types.TryGetValue(name, out var type) ? TypedResults.Json(SchemaOf(name, type), ApiJson.Options, "application/schema+json") : ApiProblem.NotFound());

    private static JsonObject SchemaOf(string name, Type type)
    {
        var schema = Strict.GetJsonSchemaAsNode(type, NoNullsUnsaid).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "$id", $"urn:ita:schema:{name}");
        return schema;
    }
}
