using System.Text.Json;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Contract;

/// <summary>One function in functions.metadata, which the worker's build writes and the Functions host
/// reads.</summary>
internal sealed record FunctionMetadata(string Function, IReadOnlyList<JsonElement> Bindings, JsonElement? Retry)
{
    public static IReadOnlyList<FunctionMetadata> All { get; } = Read();

    public bool IsHttp => TypeOf(Trigger) == "httpTrigger";

    public JsonElement Trigger => Bindings.Single(binding => TypeOf(binding).EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));

    public string? Queue => Text(Trigger, "queueName");

    public static string TypeOf(JsonElement binding) => Text(binding, "type")!;

    public static string? Text(JsonElement binding, string name) => binding.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IReadOnlyList<FunctionMetadata> Read()
    {
        var functions = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(BuiltApp.Folder, "functions.metadata")));
        return [.. functions.EnumerateArray().Select(function => new FunctionMetadata(
            function.GetProperty("name").GetString()!,
            [.. function.GetProperty("bindings").EnumerateArray()],
            function.TryGetProperty("retry", out var retry) ? retry : null))];
    }
}
