using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ita.App.Tests.Contract.Fuzz;

/// <summary>Makes calls from the OpenAPI document; the same seed makes the same calls.</summary>
/// <param name="keys">The keys that calls send; null for none.</param>
internal sealed partial class FuzzCalls(JsonElement document, IReadOnlyList<string?> keys, int seed)
{
    private readonly Random random = new(seed);

    private readonly List<(string Method, string Path, List<(string In, string Name)> Parameters)> operations =
    [
        .. from path in document.GetProperty("paths").EnumerateObject()
           from method in path.Value.EnumerateObject()
           select (method.Name.ToUpperInvariant(), path.Name, ParametersOf(method.Value)),
    ];

    /// <summary>Every operation of the document.</summary>
    public IEnumerable<string> Operations => operations.Select(one => $"{one.Method} {one.Path}");

    /// <summary>A call of the operation whose turn it is.</summary>
    public (string Operation, HttpRequestMessage Request) Next(int turn)
    {
        var (method, path, parameters) = operations[turn % operations.Count];
        var query = parameters.Where(one => one.In == "query" && random.Next(2) == 0)
            .Select(one => $"{one.Name}={Escape(FuzzTexts.ValueFor(one.Name, random))}").ToList();
        var address = PathParameter().Replace(path, match => Segment(match.Groups[1].Value));
        var request = new HttpRequestMessage(new HttpMethod(method), address + (query.Count > 0 ? $"?{string.Join('&', query)}" : ""));
        if (FuzzTexts.Pick(keys, random) is { } key)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        request.Content = method == "GET" ? null : FuzzBodies.For($"{method} {path}", random);
        return ($"{method} {path}", request);
    }

    private static List<(string In, string Name)> ParametersOf(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Select(one => (one.GetProperty("in").GetString()!, one.GetProperty("name").GetString()!))]
            : [];

    // An empty segment, "." and ".." would make another address of it.
    private string Segment(string name)
    {
        var value = FuzzTexts.ValueFor(name, random);
        return value is "" or "../.." ? "x" : Escape(value);
    }

    private static string Escape(string value) => Uri.EscapeDataString(value);

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex PathParameter();
}
