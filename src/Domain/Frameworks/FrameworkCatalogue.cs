using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Ita.Domain.Frameworks;

/// <summary>
/// The framework of each fiscal year we know, read once from the embedded <c>Frameworks/Data/{year}.json</c>. A year that is
/// not here cannot be computed: no other year ever stands in for it.
/// </summary>
public static class FrameworkCatalogue
{
    private const string Folder = ".Frameworks.Data.";

    private static readonly ImmutableSortedDictionary<FiscalYear, Framework> ByYear = Read();

    /// <summary>Oldest first.</summary>
    public static IEnumerable<FiscalYear> Years => ByYear.Keys;

    /// <summary>Oldest first.</summary>
    public static IEnumerable<Framework> All => ByYear.Values;

    /// <param name="buddhistEra">Any number, as a file or an address gives it.</param>
    public static bool TryGet(int buddhistEra, [NotNullWhen(true)] out Framework? framework)
    {
        framework = All.FirstOrDefault(known => known.Year.BuddhistEra == buddhistEra);
        return framework is not null;
    }

    /// <summary>The framework of a year of the Buddhist Era; null when it is not known.</summary>
    public static Framework? Find(int buddhistEra) => TryGet(buddhistEra, out var framework) ? framework : null;

    /// <exception cref="KeyNotFoundException">There is no framework for this year.</exception>
    public static Framework Get(FiscalYear year) => ByYear.TryGetValue(year, out var framework)
        ? framework
        : throw new KeyNotFoundException($"No framework for fiscal year {year}; known: {string.Join(", ", Years)}.");

    /// <summary>One framework from the text of its file, also one not yet embedded: next year's draft.</summary>
    /// <exception cref="JsonException">The text is not a framework: a member is unknown, doubled, missing or null.</exception>
    public static Framework Parse(Stream json) =>
        JsonSerializer.Deserialize(json, FrameworkJson.Default.Framework)
        ?? throw new JsonException("A framework file may not be null.");

    private static ImmutableSortedDictionary<FiscalYear, Framework> Read() =>
        typeof(FrameworkCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .Select(Embedded)
            .ToImmutableSortedDictionary(framework => framework.Year, framework => framework);

    private static Framework Embedded(string name)
    {
        using var stream = typeof(FrameworkCatalogue).Assembly.GetManifestResourceStream(name)!;
        return Parse(stream);
    }
}
