using Ita.Domain.Texts;

namespace Ita.Domain;

public enum Severity
{
    /// <summary>The row is used but should be checked.</summary>
    Warning,

    /// <summary>The row is not used.</summary>
    Error,
}

/// <summary>
/// A problem in submitted data, as a value instead of an exception: its place, a stable code, and a text in Thai and English that says how
/// to correct it.
/// </summary>
/// <param name="Code">Stable, kebab-case; its text is stored in Texts/Data under <c>problem.{Code}</c>.</param>
/// <param name="Line">Line number as a spreadsheet program shows it (the header is line 1); null for the whole file.</param>
/// <param name="Column">Column header as written in the file; null for the whole row.</param>
/// <param name="Value">The offending text, shortened; never personal data.</param>
/// <param name="Places">Values of the placeholders of the text, besides line, column and value.</param>
public sealed record Problem(
    string Code,
    Severity Severity,
    int? Line = null,
    string? Column = null,
    string? Value = null,
    ImmutableSortedDictionary<string, string>? Places = null)
{
    /// <summary>The place of the sheet's name in <see cref="Places"/>.</summary>
    public const string SheetPlace = "sheet";

    private const string TextOnSheet = "problem-on-sheet";

    /// <summary>The sheet of a workbook; several with commas between them where it concerns all; null for a file without sheets.</summary>
    public string? Sheet => Places?.GetValueOrDefault(SheetPlace);

    public LocalizedText Text => Sheet is { } sheet && !NamesSheet(TextCatalogue.Template($"problem.{Code}")) ? OnSheet(sheet) : Sentence;

    private LocalizedText Sentence => TextCatalogue.Fill($"problem.{Code}", AllPlaces);

    private static bool NamesSheet(LocalizedText template) => template.En.Contains($"{{{SheetPlace}}}", StringComparison.Ordinal);

    private LocalizedText OnSheet(string sheet)
    {
        var start = TextCatalogue.Fill(TextOnSheet, ImmutableSortedDictionary<string, string>.Empty.Add(SheetPlace, sheet));
        return new(start.Th + Sentence.Th, start.En + Sentence.En);
    }

    private ImmutableSortedDictionary<string, string> AllPlaces => (Places ?? ImmutableSortedDictionary<string, string>.Empty)
        .SetItem("value", Value ?? "")
        .SetItem("column", Column ?? "")
        .SetItem("line", Line?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");

    /// <summary>This problem with a value for one more placeholder of its text.</summary>
    public Problem With(string place, string text) =>
        this with { Places = (Places ?? ImmutableSortedDictionary<string, string>.Empty).SetItem(place, text) };
}
