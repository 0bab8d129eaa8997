using Ita.Reports.Analysis;
using Ita.Reports.FollowUps.Sections;
using Ita.Reports.Rendering;

namespace Ita.Reports.FollowUps;

/// <summary>รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน.</summary>
public static class FollowUpReport
{
    /// <returns>The same characters for the same model and options.</returns>
    public static Task<string> RenderAsync(FollowUpModel model, ReportOptions options) =>
        FinishedPage.OfAsync<FollowUpDocument>(new FollowUpView(model), options);
}
