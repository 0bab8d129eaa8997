using SkiaSharp;
using Svg.Skia;

namespace Ita.Intake.Pictures;

/// <summary>Reads an uploaded emblem: a PNG, JPEG or SVG, which becomes a PNG or JPEG of the size in which emblems are printed.</summary>
public static class EmblemReader
{
    /// <summary>3 cm at 600 dots per inch, the height of the emblem of a letter, and some more for a wide one.</summary>
    public const int LongestSide = 900;

    /// <summary>The most bytes of an emblem.</summary>
    public const int MostBytes = PictureReader.MostBytes;

    /// <summary>The picture, or what is wrong with the file.</summary>
    public static (Picture? Picture, PictureFault? Fault) Read(byte[] file)
    {
        var (picture, fault) = PictureReader.Read(file, LongestSide);
        if (fault != PictureFault.UnknownFormat || !SvgFile.Is(file))
        {
            return (picture, fault);
        }

        return SvgFile.Read(file) is { } drawing && Draw(drawing) is { } drawn ? (drawn, null) : (null, PictureFault.DrawingRefused);
    }

    // Null when nothing is drawn, or the size is no size of a picture.
    private static Picture? Draw(string drawing)
    {
        using var svg = new SKSvg();
        var bounds = svg.FromSvg(drawing)?.CullRect ?? SKRect.Empty;
        if (!(bounds.Width > 0 && bounds.Height > 0) || float.IsInfinity(bounds.Width) || float.IsInfinity(bounds.Height))
        {
            return null;
        }

        var scale = LongestSide / Math.Max(bounds.Width, bounds.Height);
        var (width, height) = ((int)MathF.Round(bounds.Width * scale), (int)MathF.Round(bounds.Height * scale));
        using var bitmap = new SKBitmap(new SKImageInfo(Math.Max(1, width), Math.Max(1, height), SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale(scale);
        canvas.Translate(-bounds.Left, -bounds.Top);
        canvas.DrawPicture(svg.Picture);
        canvas.Flush();
        return bitmap.Bytes.AsSpan().IndexOfAnyExcept((byte)0) < 0 ? null : PictureEncoder.Encode(bitmap, isJpeg: false);
    }
}
