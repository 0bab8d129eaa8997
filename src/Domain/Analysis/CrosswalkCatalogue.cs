using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ita.Domain.Analysis;

/// <summary>The available crosswalks, each between two consecutive years.</summary>
public static class CrosswalkCatalogue
{
    private const string Folder = ".Analysis.Data.crosswalk-";

    private static readonly ImmutableArray<Crosswalk> Known = Read();

    /// <summary>Oldest first.</summary>
    public static ImmutableArray<Crosswalk> All => Known;

    /// <summary>The crosswalk between two years; null when there is none, so that items cannot be compared.</summary>
    public static Crosswalk? Between(FiscalYear from, FiscalYear to) =>
        Known.FirstOrDefault(crosswalk => crosswalk.From == from && crosswalk.To == to);

    private static ImmutableArray<Crosswalk> Read() =>
    [
        .. typeof(CrosswalkCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .Select(Embedded)
            .OrderBy(crosswalk => crosswalk.From),
    ];

    private static Crosswalk Embedded(string name)
    {
        using var stream = typeof(CrosswalkCatalogue).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize(stream, CrosswalkJson.Default.Crosswalk)
            ?? throw new JsonException("A crosswalk file may not be null.");
    }
}

/// <summary>Reads strictly: unknown, duplicate, missing and null members are refused.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(BuddhistEraConverter), typeof(NamedConverter<Mark>)])]
[JsonSerializable(typeof(Crosswalk))]
internal sealed partial class CrosswalkJson : JsonSerializerContext;
