using SkiaSharp;

namespace Ita.Intake.Pictures;

/// <summary>Writes pixels as a PNG or JPEG without metadata.</summary>
internal static class PictureEncoder
{
    private static readonly int[] Qualities = [90, 75, 50];

    /// <summary>A JPEG becomes a JPEG. A PNG becomes a PNG unless that is larger than <see cref="PictureReader.MostBytes"/>.</summary>
    public static Picture Encode(SKBitmap bitmap, bool isJpeg)
    {
        if (!isJpeg && Png(bitmap) is { Length: <= PictureReader.MostBytes } png)
        {
            return new("image/png", bitmap.Width, bitmap.Height, png);
        }

        using var opaque = OnWhite(bitmap);
        byte[] bytes = [];
        foreach (var quality in Qualities)
        {
            bytes = Jpeg(opaque, quality);
            if (bytes.Length <= PictureReader.MostBytes)
            {
                break;
            }
        }

        return new("image/jpeg", bitmap.Width, bitmap.Height, bytes);
    }

    private static byte[] Png(SKBitmap bitmap)
    {
        using var pixels = Untagged(bitmap);
        using var file = pixels.Encode(SKPngEncoderOptions.Default);
        return Bytes(file);
    }

    private static byte[] Jpeg(SKBitmap bitmap, int quality)
    {
        using var pixels = Untagged(bitmap);
        using var file = pixels.Encode(new SKJpegEncoderOptions(quality));
        return Bytes(file);
    }

    private static byte[] Bytes(SKData? file) => file?.ToArray() ?? throw new InvalidOperationException("The picture could not be encoded.");

    // Without a colour space the encoder writes no colour profile. The pixels are sRGB, which is the default.
    private static SKPixmap Untagged(SKBitmap bitmap) => new(bitmap.Info.WithColorSpace(null), bitmap.GetPixels(), bitmap.RowBytes);

    private static SKBitmap OnWhite(SKBitmap bitmap)
    {
        var opaque = new SKBitmap(bitmap.Info.WithAlphaType(SKAlphaType.Opaque));
        using var canvas = new SKCanvas(opaque);
        canvas.Clear(SKColors.White);
        using var image = SKImage.FromBitmap(bitmap);
        canvas.DrawImage(image, 0, 0, SKSamplingOptions.Default);
        return opaque;
    }
}
