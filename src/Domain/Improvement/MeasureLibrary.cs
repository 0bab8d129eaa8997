using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ita.Domain.Improvement;

/// <summary>
/// The measures offered to agencies: the built-in ones, read from the embedded <c>Improvement/Data/measures.json</c>, and an agency's own.
/// </summary>
public sealed record MeasureLibrary(ImmutableArray<MeasureTemplate> Measures)
{
    private static readonly ConditionalWeakTable<Framework, MeasureLibrary> OfYear = [];

    private const string File = ".Improvement.Data.measures.json";

    /// <summary>The built-in library.</summary>
    public static MeasureLibrary BuiltIn { get; } = Read();

    /// <summary>
    /// The library for the items of a framework: the built-in measures with their items of its year, and the measures that come with it.
    /// </summary>
    /// <remarks>
    /// A year that a measure does not name gets its items by the crosswalks: an earlier year from the year after it, a later one from the
    /// year before it. For a year after an uploaded one the built-in measures have no items; its framework brings them.
    /// </remarks>
    public static MeasureLibrary For(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return OfYear.GetValue(framework, static made => new MeasureLibrary([.. BuiltIn.Measures.Select(measure => InYear(measure, made))])
            .With([.. (made.Measures ?? []).Select(own => Own(own, made.Year))]));
    }

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

    private static MeasureTemplate InYear(MeasureTemplate measure, Framework framework) =>
        measure with { Items = measure.Items.SetItem(framework.Year.ToString(), ItemsOf(measure, framework)) };

    private static ImmutableArray<string> ItemsOf(MeasureTemplate measure, Framework framework)
    {
        if (measure.Items.TryGetValue(framework.Year.ToString(), out var items))
        {
            return items;
        }

        return string.CompareOrdinal(framework.Year.ToString(), measure.Items.Keys.Last()) > 0
            ? ItemsByYearBefore(measure, framework)
            : ItemsByYearAfter(measure, framework);
    }

    private static ImmutableArray<string> ItemsByYearBefore(MeasureTemplate measure, Framework framework) =>
        framework.Crosswalk is { } crosswalk && FrameworkCatalogue.BuiltIn.Find(crosswalk.From.BuddhistEra) is { } before
            ? [.. ItemsOf(measure, before).SelectMany(code => crosswalk.Pairs.Where(pair => pair.From == code).Select(pair => pair.To))]
            : [];

    private static ImmutableArray<string> ItemsByYearAfter(MeasureTemplate measure, Framework framework) =>
        FrameworkCatalogue.BuiltIn.Find(framework.Year.BuddhistEra + 1) is { } after && after.CrosswalkFrom(framework.Year) is { } crosswalk
            ? [.. ItemsOf(measure, after).Select(crosswalk.Earlier).OfType<string>()]
            : [];

    private static MeasureTemplate Own(LibraryMeasure own, FiscalYear year) => new(
        own.Id,
        own.Issue,
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add(year.ToString(), own.Items),
        own.Title,
        own.Steps,
        own.Responsible,
        own.FirstQuarter,
        own.LastQuarter,
        own.Monitoring);

    private static MeasureLibrary Read()
    {
        using var stream = EmbeddedData.Open(File);
        return Parse(stream);
    }
}

/// <summary>Reads strictly: unknown, duplicate, missing and null members are refused.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImmutableArray<MeasureTemplate>))]
internal sealed partial class MeasureJson : JsonSerializerContext;
