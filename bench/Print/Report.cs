using Ita.Bench.Material;
using Ita.Domain.Analysis;
using Ita.Reports.Analysis;

namespace Ita.Bench.Print;

/// <summary>Analysis reports of two seed documents: one with 88 items and the year before, one with indicators
/// only.</summary>
internal static class Report
{
    public static DateTimeOffset ComputedAt { get; } = new(2026, 1, 15, 3, 0, 0, TimeSpan.Zero);

    /// <summary>Of document 003: 27 pages.</summary>
    public static AnalysisModel Long() => Of("ekkarat-2566") with { Previous = SampleSheet.Read("ekkarat-2565").Score() };

    /// <summary>Of document 000: 12 pages, as long as the report of the published baselines
    /// (docs/performance.md).</summary>
    public static AnalysisModel Short() => Of("maenatham-2567");

    public static Task<string> HtmlAsync(AnalysisModel model) => AnalysisReport.RenderAsync(model, new ReportOptions());

    private static AnalysisModel Of(string sample)
    {
        var sheet = SampleSheet.Read(sample);
        return new(sheet.Score(), sheet.Framework, null, ClassThresholds.Usual, new($"{sample}.csv", "0123456789abcdef0123456789abcdef"), 1, ComputedAt);
    }
}
