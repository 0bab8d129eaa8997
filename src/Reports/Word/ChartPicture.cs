using System.Reflection;
using AngleSharp.Dom;
using Ita.Reports.Fonts;
using SkiaSharp;
using Svg.Skia;
using Svg.Skia.TypefaceProviders;

namespace Ita.Reports.Word;

/// <summary>Draws a chart of a report as PNG, because not every version of Word shows SVG.</summary>
internal static partial class ChartPicture
{
    // 16 cm at 200 dots per inch.
    private const float Pixels = 1260;

    private static readonly Dictionary<string, string> Colours = Variables();

    public static WordPicture Of(IElement chart)
    {
        var box = Box().Match(chart.GetAttribute("viewBox") ?? "");
        var (width, height) = (Number(box.Groups["width"]), Number(box.Groups["height"]));
        using var svg = new SKSvg();
        foreach (var font in Sarabun.Files)
        {
            svg.Settings.TypefaceProviders!.Insert(0, new CustomTypefaceProvider(new MemoryStream(font)));
        }

        svg.FromSvg(Standing(chart, width, height));
        using var image = new MemoryStream();
        var scale = Pixels / width;
        svg.Picture!.ToImage(
            image, SKColors.White, SKEncodedImageFormat.Png, 100, scale, scale, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        return new(image.ToArray(), "image/png", width / height, Words(chart));
    }

    // A drawing that needs no style sheet: with the variables of the style sheet replaced, and its own size and typeface.
    private static string Standing(IElement chart, float width, float height)
    {
        // XML does not know this entity of HTML.
        var xml = chart.InnerHtml.Replace("&nbsp;", "\u00a0", StringComparison.Ordinal);
        var inner = Variable().Replace(xml, variable => Colours[variable.Groups[1].Value]);
        var size = chart.GetAttribute("font-size") ?? "14";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="{chart.GetAttribute("viewBox")}" width="{width}" height="{height}"
              font-family="Sarabun" font-size="{size}" fill="{Colours["ink"]}">{inner}</svg>
            """);
    }

    private static string Words(IElement chart) => chart.GetAttribute("aria-label")
        ?? string.Join(". ", chart.QuerySelectorAll("title, desc").Select(text => text.TextContent.Trim()));

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
