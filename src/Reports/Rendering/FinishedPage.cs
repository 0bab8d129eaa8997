using Ita.Reports.Analysis;
using Ita.Reports.Text;
using Microsoft.AspNetCore.Components;

namespace Ita.Reports.Rendering;

/// <summary>A document as it leaves: rendered, terms kept whole, its contents listed, all figures in the digits asked for.</summary>
internal static class FinishedPage
{
    /// <param name="view">Goes to the component's parameter View.</param>
    public static async Task<string> OfAsync<TDocument>(object view, ReportOptions options)
        where TDocument : IComponent
    {
        var html = await ComponentPage.RenderAsync<TDocument>(new() { ["View"] = view, ["Options"] = options });
        return ThaiDigits.InHtml(ContentsList.Filled(ThaiPhrases.KeptWhole(html)), options.Digits);
    }
}
