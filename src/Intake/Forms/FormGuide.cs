namespace Ita.Intake.Forms;

/// <summary>The Thai sentences on the last sheet of a form.</summary>
internal static class FormGuide
{
    /// <param name="sheets">The names of the sheets to fill in.</param>
    public static IEnumerable<string> Sentences(FileKind kind, FiscalYear year, IReadOnlyCollection<string> sheets) =>
    [
        FormText.Of("guide.title", ("kind", FormText.NameOf(kind)), ("year", $"{year}")),
        FormText.Of("guide.sheets", ("sheets", string.Join(" ", sheets))),
        FormText.Of("guide.lists"),
        FormText.Of("guide.texts"),
        .. Own(kind).Select(code => FormText.Of($"guide.{code}")),
        FormText.Of("guide.rows"),
        FormText.Of("guide.save"),
    ];

    private static string[] Own(FileKind kind) => kind switch
    {
        FileKind.Checklist => ["checklist"],
        FileKind.Responses => ["respondents", "answers"],
        FileKind.Measures => ["measures", "steps"],
        FileKind.Agencies => ["agencies"],
        FileKind.Settings => ["settings"],
        FileKind.Remarks => ["remarks", "masked"],
        _ => ["scores"],
    };
}
