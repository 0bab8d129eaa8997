using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ita.App.Web;
using Json.Schema;

namespace Ita.App.Tests.Contract;

/// <summary>The OpenAPI document of a running app, used to check its responses.</summary>
internal sealed class ApiContract
{
    private const string Definitions = "#/$defs/";

    private readonly JsonObject definitions;
    private readonly IReadOnlyList<(Regex Path, string Template, JsonObject Methods)> paths;
    private readonly ConcurrentDictionary<string, JsonSchema> schemas = new(StringComparer.Ordinal);

    private ApiContract(JsonObject document)
    {
        definitions = document["components"]?["schemas"]?.AsObject() ?? [];
        paths = [.. document["paths"]!.AsObject()
            .OrderBy(path => path.Key.Count(letter => letter == '{'))
            .Select(path => (Pattern(path.Key), path.Key, path.Value!.AsObject()))];
    }

    /// <summary>Every operation, for example <c>GET /api/v1/uploads/{id}</c>.</summary>
    public IEnumerable<string> Operations =>
        paths.SelectMany(path => path.Methods.Select(method => $"{method.Key.ToUpperInvariant()} {path.Template}"));

    public static ApiContract Parse(string document) => new(
        JsonNode.Parse(document.Replace("#/components/schemas/", Definitions, StringComparison.Ordinal))!.AsObject());

    /// <summary>The operation of a request; null when the document has none.</summary>
    public string? Find(HttpMethod method, string path) =>
        Match(method, path) is { } found ? $"{method.Method.ToUpperInvariant()} {found.Template}" : null;

    /// <summary>The difference between a response and the document; null when there is none, or the document has no
    /// such operation.</summary>
    public string? FaultOf(HttpMethod method, string path, int status, string? mediaType, string body)
    {
        if (Match(method, path) is not { } found)
        {
            return null;
        }

        var call = $"{method} {found.Template} answered {status}";
        if (found.Operation["responses"]?[$"{status}"]?.AsObject() is not { } response)
        {
            return $"{call}, which is not declared.";
        }

        if (mediaType is null || body.Length == 0)
        {
            return response.ContainsKey("content") && status != 304 ? $"{call} without the declared body." : null;
        }

        if (response["content"]?[mediaType]?.AsObject() is not { } content)
        {
            return $"{call} with {mediaType}, which is not declared.";
        }

        return mediaType.EndsWith("json", StringComparison.Ordinal) && content["schema"] is { } schema ? Check(call, schema, body) : null;
    }

    private string? Check(string call, JsonNode schema, string body)
    {
        var compiled = schemas.GetOrAdd(schema.ToJsonString(), text =>
        {
            var whole = JsonNode.Parse(text)!.AsObject();
            whole["$defs"] = definitions.DeepClone();
            return JsonSchema.FromText(whole.ToJsonString());
        });
        using var document = JsonDocument.Parse(body);
        var result = compiled.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        var faults = result.IsValid
            ? []
            : result.Details!.Where(detail => detail.Errors is { Count: > 0 })
                .Select(detail => $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}");
        return result.IsValid
            ? null
            : $"{call} with a body that does not fit its schema: {string.Join(", ", faults.Take(5))}. {body[..Math.Min(body.Length, 500)]}";
    }

    private (string Template, JsonObject Operation)? Match(HttpMethod method, string path)
    {
        foreach (var (pattern, template, methods) in paths.Where(one => one.Path.IsMatch(path)))
        {
            if (methods[method.Method.ToLowerInvariant()]?.AsObject() is { } operation)
            {
                return (template, operation);
            }
        }

        return null;
    }

    // A year is a number, which distinguishes reports/{year}/summary from reports/{year}/{agency}.
    private static Regex Pattern(string template)
    {
        var escaped = Regex.Escape(template).Replace("\\{year}", "-?[0-9]+", StringComparison.Ordinal);
        return new($"^{Regex.Replace(escaped, @"\\{[^}]+}", "[^/]+")}$", RegexOptions.CultureInvariant);
    }
}
