using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ita.Domain.Improvement;

/// <summary>The measures on offer: ours, read from the embedded <c>Improvement/Data/measures.json</c>, with an agency's own laid over.</summary>
public sealed record MeasureLibrary(ImmutableArray<MeasureTemplate> Measures)
{
    private const string File = ".Improvement.Data.measures.json";

    /// <summary>The library as delivered.</summary>
    public static MeasureLibrary Delivered { get; } = Read();

    /// <summary>This library with an agency's own: one of a known id takes its place, the rest come after.</summary>
    public MeasureLibrary With(IReadOnlyCollection<MeasureTemplate> own) => new(
    [
        .. Measures.Select(measure => own.FirstOrDefault(one => one.Id == measure.Id) ?? measure),
        .. own.Where(one => Measures.All(measure => measure.Id != one.Id)),
    ]);

    /// <summary>The measures that raise an item of a year, in the library's order.</summary>
    public IEnumerable<MeasureTemplate> ForItem(FiscalYear year, string item) =>
        Measures.Where(measure => measure.ItemsIn(year).Contains(item));

    /// <summary>A library from the text of a file of the same form.</summary>
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

/// <summary>Read strictly, as a framework is.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImmutableArray<MeasureTemplate>))]
internal sealed partial class MeasureJson : JsonSerializerContext;
