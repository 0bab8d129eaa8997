using Ita.Bench.Material;
using Ita.Domain.Analysis;
using Ita.Reports.Analysis;
using Ita.Reports.Documents;
using Ita.Reports.Rendering;
using Ita.Reports.Sealing;

namespace Ita.Bench.Print;

/// <summary>Analysis reports of two seed documents: one with 88 items and the year before, one with indicators only.</summary>
internal static class Report
{
    public static DateTimeOffset ComputedAt { get; } = new(2026, 1, 15, 3, 0, 0, TimeSpan.Zero);

    /// <summary>Of document 003: 27 pages.</summary>
    public static AnalysisModel Long() => Of("ekkarat-2566") with { Previous = SampleSheet.Read("ekkarat-2565").Score() };

    /// <summary>Of document 000: 12 pages.</summary>
    public static AnalysisModel Short() => Of("maenatham-2567");

    public static async Task<string> HtmlAsync(AnalysisModel model) => (await RenderAsync(model)).Html;

    public static Task<RenderedReport> RenderAsync(AnalysisModel model) => Reports.Rendering.Report.RenderAsync(model, new ReportOptions());

    /// <summary>The same steps as a print in the app: rendered, numbered and sealed.</summary>
    public static async Task<SealedReport> SealAsync(AnalysisModel model) => await (await RenderAsync(model))
        .SealAsync(new("analysis", model.Result.Year, model.Result.Agency.Code, model.Version), new("https://ita.example.go.th"));

    private static AnalysisModel Of(string sample)
    {
        var sheet = SampleSheet.Read(sample);
        return new(sheet.Score(), sheet.Framework, null, ClassThresholds.Default, 1, ComputedAt);
    }
}
