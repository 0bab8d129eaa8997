namespace Ita.Intake.Pictures;

/// <summary>A picture without metadata: no position, camera, date, name or remark.</summary>
/// <param name="ContentType">image/jpeg or image/png.</param>
/// <param name="Width">In pixels as it is shown, after the camera's orientation.</param>
/// <param name="Bytes">The file to keep; its image data as they were sent.</param>
public sealed record Picture(string ContentType, int Width, int Height, byte[] Bytes);

public enum PictureFault
{
    /// <summary>Neither a JPEG nor a PNG, whatever it is called.</summary>
    UnknownFormat,

    /// <summary>It breaks off or contradicts itself.</summary>
    Broken,

    /// <summary>More pixels than <see cref="PictureReader.MostPixels"/>.</summary>
    TooManyPixels,
}

/// <summary>Told by its first bytes; the picture itself is not decoded.</summary>
public static class PictureReader
{
    /// <summary>What a good telephone takes; decoded, four times as many bytes.</summary>
    public const int MostPixels = 24_000_000;

    /// <summary>The picture, or what is wrong with the file.</summary>
    public static (Picture? Picture, PictureFault? Fault) Read(byte[] file)
    {
        if (!JpegFile.Is(file) && !PngFile.Is(file))
        {
            return (null, PictureFault.UnknownFormat);
        }

        return (JpegFile.Is(file) ? JpegFile.Read(file) : PngFile.Read(file)) switch
        {
            null or { Width: 0 } or { Height: 0 } => (null, PictureFault.Broken),
            var picture when (long)picture.Width * picture.Height > MostPixels => (null, PictureFault.TooManyPixels),
            var picture => (picture, null),
        };
    }
}
