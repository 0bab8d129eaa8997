using System.Text.Json;

namespace Ita.Tests;

/// <summary>Reads the worked examples that an ITA officer can check: one JSON file each under tests/SampleData.</summary>
public static class WorkedExamples
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web) { AllowTrailingCommas = true };

    public static IEnumerable<T> Read<T>(string folder) => Directory
        .EnumerateFiles(Repository.PathOf("tests", "SampleData", folder), "*.json")
        .Order(StringComparer.Ordinal)
        .Select(file => JsonSerializer.Deserialize<T>(File.ReadAllText(file), Options)!);
}
