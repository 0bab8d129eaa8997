using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Ita.Domain.Frameworks;

/// <summary>
/// The frameworks of all known fiscal years, with their versions; a value that does not change. Other years cannot be scored; the
/// framework of another year is never used instead.
/// </summary>
public sealed class FrameworkCatalogue
{
    /// <summary>Separates the version of the framework from that of the rules in the method version of a result.</summary>
    public const char VersionEnd = '+';

    private readonly ImmutableSortedDictionary<FiscalYear, ImmutableArray<Lazy<Framework>>> years;

    private FrameworkCatalogue(ImmutableSortedDictionary<FiscalYear, ImmutableArray<Lazy<Framework>>> years) => this.years = years;

    /// <summary>The embedded <c>Frameworks/Data/{year}.json</c>, each with its crosswalk and read on first use.</summary>
    public static FrameworkCatalogue BuiltIn { get; } = new(FrameworkFiles.Known.ToImmutableSortedDictionary(
        file => file.Year, file => ImmutableArray.Create(file.Framework)));

    /// <summary>Oldest first.</summary>
    public IEnumerable<FiscalYear> Years => years.Keys;

    /// <summary>The year that is offered first: the newest whose rules are confirmed.</summary>
    public FiscalYear Newest => All.Last(framework => framework.Unconfirmed is null).Year;

    /// <summary>The current version of each year, oldest first.</summary>
    public IEnumerable<Framework> All => years.Values.Select(versions => versions[^1].Value);

    /// <summary>Reads a framework file, for example the draft of next year; its crosswalk is only the one in the file.</summary>
    /// <exception cref="JsonException">The text is not a framework: a member is unknown, duplicate, missing or null.</exception>
    public static Framework Parse(Stream json) => FrameworkJson.Read(json);

    /// <summary>This catalogue with one more version, which is then the current one of its year.</summary>
    /// <returns>The frameworks of this catalogue are the same objects in the new one.</returns>
    public FrameworkCatalogue With(Framework newer)
    {
        ArgumentNullException.ThrowIfNull(newer);
        var versions = years.GetValueOrDefault(newer.Year, []);
        return new(years.SetItem(newer.Year, versions.Add(new Lazy<Framework>(newer))));
    }

    /// <param name="buddhistEra">Any number, for example from a file or a URL.</param>
    public bool TryGet(int buddhistEra, [NotNullWhen(true)] out Framework? framework)
    {
        framework = Find(buddhistEra);
        return framework is not null;
    }

    /// <summary>The current framework of a year of the Buddhist Era; null when it is not known.</summary>
    public Framework? Find(int buddhistEra) => FiscalYear.TryFromBuddhistEra(buddhistEra) is { } year ? Versions(year).LastOrDefault() : null;

    /// <exception cref="KeyNotFoundException">There is no framework for this year.</exception>
    public Framework Get(FiscalYear year) => Find(year.BuddhistEra)
        ?? throw new KeyNotFoundException($"No framework for fiscal year {year}; known: {string.Join(", ", Years)}.");

    /// <summary>All versions of a year, oldest first; empty for an unknown year.</summary>
    public IEnumerable<Framework> Versions(FiscalYear year) => years.GetValueOrDefault(year, []).Select(version => version.Value);

    /// <summary>
    /// The framework with which a result was computed. The current one of its year when that version is no longer known, which is the case
    /// for built-in versions of earlier releases.
    /// </summary>
    /// <param name="methodVersion">As a result states it: the version of the framework, then a plus sign and the version of the rules.</param>
    /// <exception cref="KeyNotFoundException">There is no framework for this year.</exception>
    public Framework Get(FiscalYear year, string methodVersion)
    {
        ArgumentNullException.ThrowIfNull(methodVersion);
        var version = methodVersion.Split(VersionEnd)[0];
        return Versions(year).LastOrDefault(framework => framework.Version == version) ?? Get(year);
    }

    /// <summary>The years that have an item of this code, oldest first, for messages about items of the wrong year.</summary>
    /// <param name="code">As in the framework file, for example I16.</param>
    public ImmutableArray<FiscalYear> WithItem(string code) =>
        [.. All.Where(framework => framework.Items.Any(item => item.Code == code)).Select(framework => framework.Year)];
}
