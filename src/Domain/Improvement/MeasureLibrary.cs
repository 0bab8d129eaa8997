using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ita.Domain.Improvement;

/// <summary>
/// The measures offered to agencies: the built-in ones, read from the embedded <c>Improvement/Data/measures.json</c>, and an agency's own.
/// </summary>
public sealed record MeasureLibrary(ImmutableArray<MeasureTemplate> Measures)
{
    private const string File = ".Improvement.Data.measures.json";

    /// <summary>The built-in library.</summary>
    public static MeasureLibrary BuiltIn { get; } = Read();

    /// <summary>This library with an agency's own measures: those with a known id replace it, the others are appended.</summary>
    public MeasureLibrary With(IReadOnlyCollection<MeasureTemplate> own) => new(
    [
        .. Measures.Select(measure => own.FirstOrDefault(one => one.Id == measure.Id) ?? measure),
        .. own.Where(one => Measures.All(measure => measure.Id != one.Id)),
    ]);

    /// <summary>The measures for an item of a year, in the order of the library.</summary>
    public IEnumerable<MeasureTemplate> ForItem(FiscalYear year, string item) =>
        Measures.Where(measure => measure.ItemsIn(year).Contains(item));

    /// <summary>Reads a library from a file in the format of measures.json.</summary>
    /// <exception cref="JsonException">The text is not a library.</exception>
    public static MeasureLibrary Parse(Stream json) =>
        new(JsonSerializer.Deserialize(json, MeasureJson.Default.ImmutableArrayMeasureTemplate));

    private static MeasureLibrary Read()
    {
        var assembly = typeof(MeasureLibrary).Assembly;
        var name = assembly.GetManifestResourceNames().First(one => one.EndsWith(File, StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(name)!;
        return Parse(stream);
    }
}

/// <summary>Reads strictly: unknown, duplicate, missing and null members are refused.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImmutableArray<MeasureTemplate>))]
internal sealed partial class MeasureJson : JsonSerializerContext;
