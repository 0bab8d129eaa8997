using System.Text.Json;

namespace Ita.LocalHost.App;

/// <summary>Reads one <c>{Name}/function.json</c>.</summary>
internal static class FunctionFile
{
    public static FunctionDefinition Read(string path, Settings settings)
    {
        var name = Path.GetFileName(Path.GetDirectoryName(path)!);
        using var document = JsonDocument.Parse(File.ReadAllText(path), JsonText.Lenient);
        return new(name, Bindings(document.RootElement, settings), Retry(document.RootElement));
    }

    private static Binding[] Bindings(JsonElement function, Settings settings) =>
        function.TryGetProperty("bindings", out var bindings)
            ? [.. bindings.EnumerateArray().Select(binding => Bound(binding, settings))]
            : [];

    private static Binding Bound(JsonElement json, Settings settings)
    {
        var values = json.EnumerateObject()
            .Where(property => property.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null))
            .ToDictionary(property => property.Name, property => settings.Expand(property.Value.ToString()), StringComparer.OrdinalIgnoreCase);
        return new(
            values.GetValueOrDefault("type", ""),
            values.GetValueOrDefault("name", ""),
            string.Equals(values.GetValueOrDefault("direction"), "out", StringComparison.OrdinalIgnoreCase),
            values,
            Methods(json));
    }

    private static string[] Methods(JsonElement binding) =>
        binding.TryGetProperty("methods", out var methods) && methods.ValueKind == JsonValueKind.Array
            ? [.. methods.EnumerateArray().Select(method => method.GetString() ?? "")]
            : [];

    private static RetryPolicy? Retry(JsonElement function) =>
        function.TryGetProperty("retry", out var retry) && retry.ValueKind == JsonValueKind.Object
            ? RetryPolicy.From(Text(retry, "strategy"), retry.GetProperty("maxRetryCount").GetInt32(), key => Text(retry, key))
            : null;

    private static string Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.GetString() is { Length: > 0 } text
            ? text
            : throw new AppFolderException($"A retry policy lacks '{key}'.");
}
