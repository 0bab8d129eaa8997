using System.Text.Json;

namespace Ita.Domain.Frameworks;

/// <summary>The embedded crosswalks, each between two consecutive years.</summary>
internal static class CrosswalkFiles
{
    private const string Folder = ".Frameworks.Crosswalks.crosswalk-";

    private static readonly ImmutableArray<Crosswalk> Known = Read();

    /// <summary>The crosswalk from the year before; null when there is none.</summary>
    public static Crosswalk? To(FiscalYear year) => Known.FirstOrDefault(crosswalk => crosswalk.To == year);

    private static ImmutableArray<Crosswalk> Read() =>
    [
        .. typeof(CrosswalkFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .Select(Embedded)
            .OrderBy(crosswalk => crosswalk.From),
    ];

    private static Crosswalk Embedded(string name)
    {
        using var stream = typeof(CrosswalkFiles).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize(stream, FrameworkJson.Default.Crosswalk)
            ?? throw new JsonException("A crosswalk file may not be null.");
    }
}
