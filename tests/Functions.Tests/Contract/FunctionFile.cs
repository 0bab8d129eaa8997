using System.Text.Json;
using Ita.Functions.Tests.Hosting;

namespace Ita.Functions.Tests.Contract;

/// <param name="Function">Its folder's name.</param>
/// <param name="Bindings">As function.json lists them.</param>
internal sealed record FunctionFile(string Function, IReadOnlyList<JsonElement> Bindings)
{
    public static IReadOnlyList<FunctionFile> All { get; } = [.. BuiltApp.Functions.Select(Read)];

    public bool IsHttp => Bindings.Any(binding => TypeOf(binding) == "httpTrigger");

    public IEnumerable<JsonElement> Triggers => Bindings.Where(binding => TypeOf(binding).EndsWith("Trigger", StringComparison.Ordinal));

    public IEnumerable<string> Outputs => Going("out").Select(NameOf);

    public IEnumerable<string> Queues => Bindings.Select(binding => Text(binding, "queueName")).OfType<string>();

    public string? TriggerQueue => Triggers.Select(trigger => Text(trigger, "queueName")).Single();

    public static FunctionFile Of(string function) => All.Single(one => one.Function == function);

    public IEnumerable<JsonElement> Going(string direction) => Bindings.Where(binding => Text(binding, "direction") == direction);

    public static string NameOf(JsonElement binding) => Text(binding, "name")!;

    public static string TypeOf(JsonElement binding) => Text(binding, "type")!;

    public static string? Text(JsonElement binding, string name) => binding.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static FunctionFile Read(string function)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(BuiltApp.Folder, function, "function.json")));
        return new(function, [.. json.GetProperty("bindings").EnumerateArray()]);
    }
}
