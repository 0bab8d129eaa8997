using Ita.Reports.Analysis;
using Ita.Reports.Memos.Sections;
using Ita.Reports.Rendering;

namespace Ita.Reports.Memos;

/// <summary>หนังสือเวียน by which a report is made known, in the form of a letter to the outside.</summary>
public static class CircularLetter
{
    /// <returns>The same characters for the same model and options.</returns>
    public static Task<string> RenderAsync(CircularModel model, ReportOptions options) =>
        FinishedPage.OfAsync<CircularDocument>(model, options);
}
