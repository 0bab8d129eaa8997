using Ita.Reports.Analysis;
using Ita.Reports.Analysis.Sections;
using Ita.Reports.Appeals;
using Ita.Reports.Appeals.Sections;
using Ita.Reports.Checks;
using Ita.Reports.Checks.Sections;
using Ita.Reports.Circulars;
using Ita.Reports.Circulars.Sections;
using Ita.Reports.FollowUps;
using Ita.Reports.FollowUps.Sections;
using Ita.Reports.Invitations;
using Ita.Reports.Invitations.Sections;
using Ita.Reports.Measures;
using Ita.Reports.Measures.Sections;
using Ita.Reports.Memos;
using Ita.Reports.Memos.Sections;
using Ita.Reports.Summaries;
using Ita.Reports.Summaries.Sections;

namespace Ita.Reports.Rendering;

/// <summary>Renders a report of any kind to HTML, for display on screen or printing with <see cref="Printing.IPdfPrinter"/>.</summary>
public static class Report
{
    /// <returns>The same characters for the same model and options.</returns>
    /// <exception cref="ArgumentException">Result and framework are of different years, which is a bug in the caller.</exception>
    public static async Task<RenderedReport> RenderAsync(ReportModel model, ReportOptions options)
    {
        if (model.Years is { } years && years.Result != years.Framework)
        {
            throw new ArgumentException($"A result of {years.Result} cannot be explained by the framework of {years.Framework}.", nameof(model));
        }

        var (document, view) = DocumentOf(model);
        var html = await ComponentPage.RenderAsync(document, new() { ["View"] = view, ["Options"] = options });
        return new(ThaiDigits.InHtml(ContentsList.Fill(html.Replace(" ๆ", "\u00a0ๆ", StringComparison.Ordinal)), options.Digits), model, options);
    }

    private static (Type Document, object View) DocumentOf(ReportModel model) => model switch
    {
        AnalysisModel analysis => (typeof(AnalysisDocument), new AnalysisView(analysis)),
        MeasuresModel measures => (typeof(MeasuresDocument), new MeasuresView(measures)),
        FollowUpModel followUp => (typeof(FollowUpDocument), new FollowUpView(followUp)),
        MemoModel memo => (typeof(MemoDocument), new MemoView(memo)),
        CircularModel circular => (typeof(CircularDocument), circular),
        CheckModel check => (typeof(CheckDocument), new CheckView(check)),
        AppealsModel appeals => (typeof(AppealsDocument), new AppealsView(appeals)),
        PosterModel poster => (typeof(PosterDocument), poster),
        StaffLetterModel letter => (typeof(StaffLetterDocument), letter),
        SummaryModel summary => (typeof(SummaryDocument), new SummaryView(summary)),
        _ => throw new ArgumentException($"No document for a model of the kind '{model.Kind.Code}'.", nameof(model)),
    };
}
