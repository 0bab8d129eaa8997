using System.Collections.Frozen;
using System.Text.Json;
using Ita.Domain.Texts;

namespace Ita.Domain.Naming;

/// <summary>The official names of a fixed set, in Thai, with their other spellings: abbreviations, English and frequent mistakes.</summary>
public sealed class OfficialNames
{
    /// <summary>Longer than any name; the rest of a text is not compared.</summary>
    private const int LongestCompared = 60;

    private readonly FrozenDictionary<string, string> bySpelling;
    private readonly FrozenSet<string> official;
    private readonly Func<string, string> plain;

    /// <param name="plain">A text in the form in which two spellings of the same name are equal.</param>
    private OfficialNames(string resource, Func<string, string> plain)
    {
        this.plain = plain;
        var entries = Read(resource);
        Names = [.. entries.Select(entry => entry.Th)];
        official = Names.ToFrozenSet(StringComparer.Ordinal);
        bySpelling = entries
            .SelectMany(entry => entry.Also.Prepend(entry.En).Prepend(entry.Th).Select(spelling => (Plain: plain(spelling), entry.Th)))
            .DistinctBy(pair => pair.Plain)
            .ToFrozenDictionary(pair => pair.Plain, pair => pair.Th, StringComparer.Ordinal);
    }

    /// <summary>The 76 provinces and Bangkok.</summary>
    public static OfficialNames Provinces { get; } = new("provinces", PlainName.OfProvince);

    /// <summary>The types of agencies that are assessed.</summary>
    public static OfficialNames AgencyTypes { get; } = new("agency-types", PlainName.Of);

    public ImmutableArray<string> Names { get; }

    /// <summary>The official name; null when the text is none of its spellings.</summary>
    public string? Find(string text) => bySpelling.GetValueOrDefault(plain(text));

    /// <summary>The official name, or else the text itself without invisible characters and in one spelling. Null for null.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public string? Normalize(string? text) => text is null ? null : Find(text) ?? ThaiSpelling.Repair(InvisibleCharacters.Remove(text)).Trim();

    /// <summary>Whether both are spellings of one name, official or not.</summary>
    public bool AreSame(string? one, string? other) => one == other
        || (one is not null && other is not null && !(official.Contains(one) && official.Contains(other))
            && plain(Normalize(one)) == plain(Normalize(other)));

    /// <summary>The official name whose spelling resembles the text most.</summary>
    public string Nearest(string text)
    {
        var asked = plain(text);
        var start = asked.Length <= LongestCompared ? asked : asked[..LongestCompared];
        return bySpelling.OrderBy(pair => EditDistance.Between(start, pair.Key)).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Value;
    }

    private static List<Entry> Read(string resource) => EmbeddedData.Read<List<Entry>>($".Naming.Data.{resource}.json");

    private sealed record Entry(string Th, string En, ImmutableArray<string> Also);
}
