namespace Ita.Intake.Pictures;

/// <summary>A picture that was decoded and encoded again: it has no metadata (position, camera, date, name, remark) and is upright.</summary>
/// <param name="ContentType">image/jpeg or image/png.</param>
/// <param name="Width">In pixels, at most <see cref="PictureReader.LongestSide"/>.</param>
/// <param name="Height">In pixels, at most <see cref="PictureReader.LongestSide"/>.</param>
/// <param name="Bytes">The file to store.</param>
public sealed record Picture(string ContentType, int Width, int Height, byte[] Bytes);

public enum PictureFault
{
    /// <summary>Neither a JPEG nor a PNG, whatever it is called.</summary>
    UnknownFormat,

    /// <summary>It breaks off, contradicts itself or cannot be decoded.</summary>
    Broken,

    /// <summary>More pixels than <see cref="PictureReader.MostPixels"/>.</summary>
    TooManyPixels,

    /// <summary>A JPEG with more scans than <see cref="PictureReader.MostScans"/>.</summary>
    TooManyScans,

    /// <summary>An SVG that cannot be parsed, is too complex, or contains an element, address or script that is not accepted.</summary>
    DrawingRefused,

    /// <summary>It could not be decoded within the time limit.</summary>
    TooSlow,
}
