using AngleSharp.Html.Parser;
using Ita.Reports.Analysis;
using Ita.Reports.Charts;
using Ita.Reports.Rendering;

namespace Ita.Reports.Embedding;

/// <summary>The chart of a result as a file of its own (SVG): the total and every indicator.</summary>
public static class ResultChart
{
    private const string Id = "result";

    /// <summary>Null when the result has no score.</summary>
    /// <param name="isDraft">True until the result is published: the caption then has the word ร่าง.</param>
    public static async Task<string?> DrawAsync(AnalysisModel model, bool isDraft)
    {
        ArgumentNullException.ThrowIfNull(model);
        var view = new AnalysisView(model);
        var html = await ComponentPage.RenderAsync<BarChart>(new()
        {
            [nameof(BarChart.Id)] = Id,
            [nameof(BarChart.Caption)] = $"ผลการประเมิน ITA ปี {view.Year} {view.Agency}{(isDraft ? " (ร่าง)" : "")}",
            [nameof(BarChart.Bars)] = BarsOf(view),
            [nameof(BarChart.Line)] = view.Thresholds.Pass,
            [nameof(BarChart.Year)] = view.Year,
        });
        return new HtmlParser().ParseDocument(html).QuerySelector("svg") is { } chart
            ? StandingChart.Write(
                chart, "Sarabun, sans-serif", $"role=\"img\" aria-labelledby=\"{Id}-title {Id}-desc\" style=\"background:#fff\"")
            : null;
    }

    private static List<Bar> BarsOf(AnalysisView view) =>
        [.. view.Indicators.Prepend(view.Result.Total).Select(node => new Bar(
            node.Level == Level.Total ? view.Names.Brief(node.Key) : $"{view.Names.Brief(node.Key).Split('\u00a0')[^1]}. {node.Name}",
            node.Shown,
            null,
            view.ClassOf(node.Shown),
            AnalysisView.Figure(node)))];
}
