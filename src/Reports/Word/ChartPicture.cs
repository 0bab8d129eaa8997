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
    private const double PixelsPerTwip = 200.0 / 1440;

    // The filter and level that take half the time of the defaults, for files that are a tenth larger.
    private static readonly SKPngEncoderOptions Png = new(SKPngEncoderFilterFlags.Up, 6);

    /// <param name="shownWidth">The width in the document, in twentieths of a point. The picture has 200 dots per inch.</param>
    public static WordPicture Draw(IElement chart, double shownWidth)
    {
        var (width, height) = StandingChart.SizeOf(chart);
        using var svg = new SKSvg();
        foreach (var font in Sarabun.Files)
        {
            svg.Settings.TypefaceProviders!.Insert(0, new CustomTypefaceProvider(new MemoryStream(font)));
        }

        svg.FromSvg(StandingChart.Write(chart));
        return new(Encoded(svg.Picture!, width, height, (float)(shownWidth * PixelsPerTwip / width)), "image/png", width / height, Words(chart));
    }

    private static byte[] Encoded(SKPicture picture, float width, float height, float scale)
    {
        var (wide, high) = ((int)MathF.Ceiling(width * scale), (int)MathF.Ceiling(height * scale));
        using var image = new SKBitmap(new SKImageInfo(wide, high, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb()));
        using (var canvas = new SKCanvas(image))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(scale);
            canvas.DrawPicture(picture);
        }

        using var pixels = image.PeekPixels();
        using var png = pixels.Encode(Png) ?? throw new InvalidOperationException("The chart could not be encoded as PNG.");
        return png.ToArray();
    }

    private static string Words(IElement chart) => chart.GetAttribute("aria-label")
        ?? string.Join(". ", chart.QuerySelectorAll("title, desc").Select(text => text.TextContent.Trim()));
}
