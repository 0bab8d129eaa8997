using System.Text.Json;

namespace Ita.App.Tests.Infra;

/// <summary>Reads compiled ARM templates.</summary>
internal static class Template
{
    /// <summary>A template and the templates of its modules, at any depth.</summary>
    public static IEnumerable<JsonElement> WithNested(JsonElement template)
    {
        yield return template;
        foreach (var nested in All(template).Where(resource => resource.GetProperty("type").GetString() == "Microsoft.Resources/deployments"))
        {
            foreach (var inner in WithNested(nested.GetProperty("properties").GetProperty("template")))
            {
                yield return inner;
            }
        }
    }

    public static IEnumerable<(string Type, string Version)> Resources(JsonElement template) => WithNested(template)
        .SelectMany(All)
        .Select(resource => (resource.GetProperty("type").GetString()!, resource.GetProperty("apiVersion").GetString()!));

    public static IEnumerable<JsonProperty> Parameters(JsonElement template) => Members(template, "parameters");

    /// <summary>Each output with its name, as JSON.</summary>
    public static IEnumerable<string> Outputs(JsonElement template) => Members(template, "outputs").Select(output => output.ToString());

    public static bool IsSecure(JsonProperty parameter) => parameter.Value.GetProperty("type").GetString() is "securestring" or "secureObject";

    private static IEnumerable<JsonProperty> Members(JsonElement template, string name) =>
        template.TryGetProperty(name, out var members) ? members.EnumerateObject() : [];

    // With symbolic names the resources are an object, otherwise an array.
    private static IEnumerable<JsonElement> All(JsonElement template) => template.GetProperty("resources") switch
    {
        { ValueKind: JsonValueKind.Object } named => named.EnumerateObject().Select(resource => resource.Value),
        var listed => listed.EnumerateArray(),
    };
}
