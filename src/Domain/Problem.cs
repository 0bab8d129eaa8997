using Ita.Domain.Texts;

namespace Ita.Domain;

public enum Severity
{
    /// <summary>The row counts; it should be checked.</summary>
    Warning,

    /// <summary>The row does not count.</summary>
    Error,
}

/// <summary>
/// Something wrong with their data: a value, not an exception. Carries where it stands, a stable code, and how to mend it in
/// Thai and English.
/// </summary>
/// <param name="Code">Stable, kebab-case; its sentence stands in Texts/Data under <c>problem.{Code}</c>.</param>
/// <param name="Line">As the spreadsheet program shows it (the header is line 1); null for the whole file.</param>
/// <param name="Column">The header as the file spells it; null for the whole row.</param>
/// <param name="Value">The offending text, shortened; never personal data.</param>
/// <param name="Places">What fills the sentence, besides line, column and value.</param>
public sealed record Problem(
    string Code,
    Severity Severity,
    int? Line = null,
    string? Column = null,
    string? Value = null,
    ImmutableSortedDictionary<string, string>? Places = null)
{
    public LocalizedText Text => TextCatalogue.Fill($"problem.{Code}", AllPlaces);

    private ImmutableSortedDictionary<string, string> AllPlaces => (Places ?? ImmutableSortedDictionary<string, string>.Empty)
        .SetItem("value", Value ?? "")
        .SetItem("column", Column ?? "")
        .SetItem("line", Line?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");

    /// <summary>This problem with one more place of its sentence filled.</summary>
    public Problem With(string place, string text) =>
        this with { Places = (Places ?? ImmutableSortedDictionary<string, string>.Empty).SetItem(place, text) };
}
