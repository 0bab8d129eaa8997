using Ita.Domain.Texts;

namespace Ita.Domain;

/// <summary>A contradiction between stated figures (ข้อขัดแย้ง), with the place and both figures.</summary>
/// <param name="Code">Stable, kebab-case; its text is stored in Texts/Data under <c>finding.{Code}</c>.</param>
/// <param name="Where">The score concerned, by its framework code, such as <c>IND7</c>, <c>O4</c> or <c>TOTAL</c>.</param>
/// <param name="Expected">What follows from the other figures; null when only a name is missing.</param>
/// <param name="Actual">What was stated.</param>
public sealed record Finding(
    string Code,
    Severity Severity,
    string Where,
    string? Expected = null,
    string? Actual = null,
    ImmutableSortedDictionary<string, string>? Places = null)
{
    public LocalizedText Text => TextCatalogue.Fill($"finding.{Code}", (Places ?? ImmutableSortedDictionary<string, string>.Empty)
        .SetItem("where", Where)
        .SetItem("expected", Expected ?? "")
        .SetItem("actual", Actual ?? ""));

    public Finding With(string place, string text) =>
        this with { Places = (Places ?? ImmutableSortedDictionary<string, string>.Empty).SetItem(place, text) };
}
