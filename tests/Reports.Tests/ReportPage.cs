using Ita.Reports.Documents;
using Ita.Reports.Rendering;

namespace Ita.Reports.Tests;

internal static class ReportPage
{
    /// <summary>The HTML of a report without a seal.</summary>
    public static async Task<string> HtmlAsync(ReportModel model, ReportOptions? options = null) =>
        (await Report.RenderAsync(model, options ?? new())).Html;
}
