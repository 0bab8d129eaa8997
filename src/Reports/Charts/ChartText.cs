using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Ita.Reports.Charts;

/// <summary>SVG's <c>text</c> elements, written here because Razor reserves that element name.</summary>
internal static class ChartText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Label(string label, int indent, int middle)
    {
        var squeeze = BarLayout.Squeezed(label, indent) is { } room ? $" textLength=\"{room}\" lengthAdjust=\"spacingAndGlyphs\"" : "";
        return $"<text x=\"{indent}\" y=\"{middle + 5}\"{squeeze}>{Encoder.Encode(label)}</text>";
    }

    public static string Figure(string figure, int middle, bool isPart) =>
        $"<text x=\"{BarLayout.Width - 3}\" y=\"{middle + 5}\" text-anchor=\"end\" "
            + $"font-weight=\"{(isPart ? 400 : 700)}\">{Encoder.Encode(figure)}</text>";

    /// <summary>A short text centred at <paramref name="x"/>.</summary>
    public static string At(string x, int y, string text, string style) =>
        $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" font-size=\"11\" style=\"{style}\">{Encoder.Encode(text)}</text>";

    /// <summary>A label that starts, ends or is centred at a point.</summary>
    public static string Anchored(string x, string y, string text, string anchor) =>
        $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{Encoder.Encode(text)}</text>";

    /// <summary>A figure in the centre of a gauge.</summary>
    public static string Big(int x, int y, string text) =>
        $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" font-size=\"24\" font-weight=\"700\">{Encoder.Encode(text)}</text>";
}
