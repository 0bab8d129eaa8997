using AngleSharp.Dom;
using Ita.Reports.Charts;
using Ita.Reports.Fonts;
using SkiaSharp;
using Svg.Skia;
using Svg.Skia.TypefaceProviders;

namespace Ita.Reports.Word;

/// <summary>Draws a chart of a report as PNG, because not every version of Word shows SVG.</summary>
internal static class ChartPicture
{
    // 16 cm at 200 dots per inch.
    private const float Pixels = 1260;

    public static WordPicture Of(IElement chart)
    {
        var (width, height) = StandingChart.SizeOf(chart);
        using var svg = new SKSvg();
        foreach (var font in Sarabun.Files)
        {
            svg.Settings.TypefaceProviders!.Insert(0, new CustomTypefaceProvider(new MemoryStream(font)));
        }

        svg.FromSvg(StandingChart.Write(chart));
        using var image = new MemoryStream();
        var scale = Pixels / width;
        svg.Picture!.ToImage(
            image, SKColors.White, SKEncodedImageFormat.Png, 100, scale, scale, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        return new(image.ToArray(), "image/png", width / height, Words(chart));
    }

    private static string Words(IElement chart) => chart.GetAttribute("aria-label")
        ?? string.Join(". ", chart.QuerySelectorAll("title, desc").Select(text => text.TextContent.Trim()));
}
