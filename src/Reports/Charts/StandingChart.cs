using System.Reflection;
using AngleSharp.Dom;

namespace Ita.Reports.Charts;

/// <summary>A chart of a report as a drawing that needs no style sheet: with the variables of the style sheet replaced, and its own size and
/// typeface.</summary>
internal static partial class StandingChart
{
    private static readonly Dictionary<string, string> Colours = Variables();

    /// <param name="chart">An svg element whose view box begins at 0 0.</param>
    /// <param name="fonts">The typeface, with the ones to use where it is not installed.</param>
    /// <param name="attributes">Further attributes of the drawing.</param>
    public static string Write(IElement chart, string fonts = "Sarabun", string attributes = "")
    {
        var (width, height) = SizeOf(chart);

        // XML does not know this entity of HTML.
        var xml = chart.InnerHtml.Replace("&nbsp;", "\u00a0", StringComparison.Ordinal);
        var inner = Variable().Replace(xml, variable => Colours[variable.Groups[1].Value]);
        var size = chart.GetAttribute("font-size") ?? "14";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="{chart.GetAttribute("viewBox")}" width="{width}" height="{height}"
              font-family="{fonts}" font-size="{size}" fill="{Colours["ink"]}" {attributes}>{inner}</svg>
            """);
    }

    /// <summary>The size of the view box.</summary>
    public static (float Width, float Height) SizeOf(IElement chart)
    {
        var box = Box().Match(chart.GetAttribute("viewBox") ?? "");
        return (Number(box.Groups["width"]), Number(box.Groups["height"]));
    }

    private static Dictionary<string, string> Variables()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return Definition().Matches(reader.ReadToEnd()).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    private static float Number(Group text) => float.Parse(text.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\S+ \S+ (?<width>\S+) (?<height>\S+)$")]
    private static partial Regex Box();

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]+)")]
    private static partial Regex Definition();

    [GeneratedRegex(@"var\(--([a-z-]+)\)")]
    private static partial Regex Variable();
}
