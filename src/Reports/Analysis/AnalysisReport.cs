using Ita.Reports.Analysis.Sections;
using Ita.Reports.Rendering;

namespace Ita.Reports.Analysis;

/// <summary>รายงานการวิเคราะห์ผลการประเมิน: one HTML document, for the screen as it is and for paper through <see cref="Printing.IPdfPrinter"/>.</summary>
public static class AnalysisReport
{
    /// <returns>The same characters for the same model and options.</returns>
    /// <exception cref="ArgumentException">Result and framework are of different years: a bug of the caller.</exception>
    public static async Task<string> RenderAsync(AnalysisModel model, ReportOptions options)
    {
        if (model.Result.Year != model.Framework.Year)
        {
            throw new ArgumentException($"A result of {model.Result.Year} cannot be explained by the framework of {model.Framework.Year}.", nameof(model));
        }

        return await FinishedPage.OfAsync<AnalysisDocument>(new AnalysisView(model), options);
    }
}
