using SkiaSharp;

namespace Ita.Intake.Pictures;

/// <summary>Decodes a picture with Skia and encodes the pixels again: upright, in sRGB, and no larger than needed.</summary>
internal static class PictureDecoder
{
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>Null when the file cannot be decoded as a whole.</summary>
    /// <param name="longestSide">In pixels; a larger picture is reduced to it.</param>
    public static Picture? Decode(PictureSource source, int longestSide)
    {
        using var stream = new MemoryStream(source.Bytes);
        using var codec = SKCodec.Create(stream);
        if (codec is null || codec.Info.Width != source.Width || codec.Info.Height != source.Height)
        {
            return null;
        }

        using var decoded = Pixels(codec, longestSide);
        if (decoded is null)
        {
            return null;
        }

        using var upright = Upright(decoded, source.Orientation, longestSide);
        return PictureEncoder.Encode(upright, source.IsJpeg);
    }

    private static SKBitmap? Pixels(SKCodec codec, int longestSide)
    {
        // A JPEG can be decoded at a half, a quarter or an eighth of its size, with as much less memory.
        var scale = Math.Min(1f, (float)longestSide / Math.Max(codec.Info.Width, codec.Info.Height));
        var size = codec.GetScaledDimensions(scale);
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, alpha, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    private static SKBitmap Upright(SKBitmap decoded, int orientation, int longestSide)
    {
        var scale = Math.Min(1f, (float)longestSide / Math.Max(decoded.Width, decoded.Height));
        var (width, height) = (Scaled(decoded.Width, scale), Scaled(decoded.Height, scale));
        var isOnItsSide = orientation >= ExifOrientation.FirstOnItsSide;
        var upright = new SKBitmap(decoded.Info.WithSize(isOnItsSide ? height : width, isOnItsSide ? width : height));
        using var canvas = new SKCanvas(upright);
        canvas.Clear(SKColors.Transparent);
        canvas.Concat(Turned(orientation, width, height));
        using var image = SKImage.FromBitmap(decoded);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), scale < 1f ? Smooth : SKSamplingOptions.Default);
        return upright;
    }

    private static int Scaled(int length, float scale) => Math.Max(1, (int)MathF.Round(length * scale));

    // Maps a pixel of the stored picture to its place in the upright one. Width and height are those of the stored picture.
    private static SKMatrix Turned(int orientation, int width, int height) => orientation switch
    {
        2 => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        3 => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        4 => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        5 => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        6 => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        7 => new(0, -1, height, -1, 0, width, 0, 0, 1),
        8 => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
