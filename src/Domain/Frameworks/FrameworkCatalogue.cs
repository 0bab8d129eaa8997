using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Ita.Domain.Frameworks;

/// <summary>
/// The frameworks of all known fiscal years, each read from the embedded <c>Frameworks/Data/{year}.json</c> on first use. Other years
/// cannot be scored; the framework of another year is never used instead.
/// </summary>
public static class FrameworkCatalogue
{
    private const string Folder = ".Frameworks.Data.";
    private const string Ending = ".json";

    private static readonly ImmutableArray<KnownYear> Known =
    [
        .. typeof(FrameworkCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .Select(name => new KnownYear(name))
            .OrderBy(known => known.Year),
    ];

    /// <summary>Oldest first.</summary>
    public static IEnumerable<FiscalYear> Years => Known.Select(known => known.Year);

    /// <summary>Oldest first.</summary>
    public static IEnumerable<Framework> All => Known.Select(known => known.Framework);

    /// <param name="buddhistEra">Any number, for example from a file or a URL.</param>
    public static bool TryGet(int buddhistEra, [NotNullWhen(true)] out Framework? framework)
    {
        framework = Find(buddhistEra);
        return framework is not null;
    }

    /// <summary>The framework of a year of the Buddhist Era; null when it is not known.</summary>
    public static Framework? Find(int buddhistEra) => Known.FirstOrDefault(known => known.Year.BuddhistEra == buddhistEra)?.Framework;

    /// <exception cref="KeyNotFoundException">There is no framework for this year.</exception>
    public static Framework Get(FiscalYear year) => Find(year.BuddhistEra)
        ?? throw new KeyNotFoundException($"No framework for fiscal year {year}; known: {string.Join(", ", Years)}.");

    /// <summary>Reads a framework file, which need not be embedded, for example the draft of next year.</summary>
    /// <exception cref="JsonException">The text is not a framework: a member is unknown, duplicate, missing or null.</exception>
    public static Framework Parse(Stream json) => FrameworkJson.Read(json);

    /// <summary>A year with a framework file, identified by the file name.</summary>
    private sealed class KnownYear(string resource)
    {
        private readonly Lazy<Framework> framework = new(() => Read(resource));

        public FiscalYear Year { get; } = FiscalYear.FromBuddhistEra(
            int.Parse(
                resource[(resource.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..^Ending.Length], CultureInfo.InvariantCulture));

        public Framework Framework => framework.Value;

        private static Framework Read(string resource)
        {
            using var stream = typeof(FrameworkCatalogue).Assembly.GetManifestResourceStream(resource)!;
            return Parse(stream);
        }
    }
}
