using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Ita.Domain.Frameworks.Checks;

/// <summary>The JSON schema of a framework file, made from the types that are read, so that both cannot differ.</summary>
public static class FrameworkSchema
{
    private static readonly Lazy<JsonNode> Made = new(Create);

    /// <summary>A copy, which the caller may change.</summary>
    public static JsonNode Get() => Made.Value.DeepClone();

    internal static JsonNode Root => Made.Value;

    private static JsonNode Create()
    {
        var schema = FrameworkJson.Default.Framework.Options.GetJsonSchemaAsNode(
            typeof(Framework),
            new()
            {
                TreatNullObliviousAsNonNullable = true,
                TransformSchemaNode = (context, schema) => context.TypeInfo.Type == typeof(FiscalYear)
                    ? new JsonObject { ["type"] = "integer", ["minimum"] = 2500, ["maximum"] = 2699 }
                    : schema,
            });
        var members = (JsonObject)schema;
        members.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        members.Insert(1, "title", "ITA framework of a fiscal year");
        return schema;
    }
}
