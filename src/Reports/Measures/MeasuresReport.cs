using Ita.Reports.Analysis;
using Ita.Reports.Measures.Sections;
using Ita.Reports.Rendering;

namespace Ita.Reports.Measures;

/// <summary>มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน: the plan an agency makes from its result.</summary>
public static class MeasuresReport
{
    /// <returns>The same characters for the same model and options.</returns>
    /// <exception cref="ArgumentException">Result and framework are of different years: a bug of the caller.</exception>
    public static Task<string> RenderAsync(MeasuresModel model, ReportOptions options) => model.Result.Year == model.Framework.Year
        ? FinishedPage.OfAsync<MeasuresDocument>(new MeasuresView(model), options)
        : throw new ArgumentException($"A result of {model.Result.Year} cannot be explained by the framework of {model.Framework.Year}.", nameof(model));
}
