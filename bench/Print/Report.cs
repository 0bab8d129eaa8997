using Ita.Bench.Material;
using Ita.Domain.Analysis;
using Ita.Reports.Analysis;

namespace Ita.Bench.Print;

/// <summary>The analysis report of seed document 003, with the year before to compare with.</summary>
internal static class Report
{
    public static DateTimeOffset ComputedAt { get; } = new(2026, 1, 15, 3, 0, 0, TimeSpan.Zero);

    public static AnalysisModel Model()
    {
        var now = SampleSheet.Read("ekkarat-2566");
        return new(
            now.Score(),
            now.Framework,
            SampleSheet.Read("ekkarat-2565").Score(),
            ClassThresholds.Usual,
            new DataSource("2566-scores-ekkarat.csv", "0123456789abcdef0123456789abcdef"),
            1,
            ComputedAt);
    }

    public static Task<string> HtmlAsync(AnalysisModel model) => AnalysisReport.RenderAsync(model, new ReportOptions());
}
