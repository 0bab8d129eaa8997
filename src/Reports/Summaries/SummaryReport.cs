using Ita.Reports.Analysis;
using Ita.Reports.Rendering;
using Ita.Reports.Summaries.Sections;

namespace Ita.Reports.Summaries;

/// <summary>สรุปผลการประเมิน of a province, a type of agencies or the nation.</summary>
public static class SummaryReport
{
    /// <returns>The same characters for the same model and options.</returns>
    /// <exception cref="ArgumentException">Summary and framework are of different years: a bug of the caller.</exception>
    public static Task<string> RenderAsync(SummaryModel model, ReportOptions options) => model.Summary.Year == model.Framework.Year
        ? FinishedPage.OfAsync<SummaryDocument>(new SummaryView(model), options)
        : throw new ArgumentException($"A summary of {model.Summary.Year} cannot be explained by the framework of {model.Framework.Year}.", nameof(model));
}
