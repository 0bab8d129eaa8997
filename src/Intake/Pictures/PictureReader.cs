namespace Ita.Intake.Pictures;

/// <summary>Reads an uploaded picture: checks the limits from the structure of the file, then decodes it and encodes it again.</summary>
/// <remarks>The limits bound the time and memory of decoding. The format is recognised by the first bytes of the file.</remarks>
public static class PictureReader
{
    /// <summary>What a good telephone takes; decoded, four times as many bytes.</summary>
    public const int MostPixels = 24_000_000;

    /// <summary>A progressive JPEG has about ten scans. Each scan costs a pass over all pixels, also when it is empty.</summary>
    public const int MostScans = 32;

    /// <summary>The width of an A4 page at 300 dots per inch. A larger picture is reduced to it, because it is printed on a part of a
    /// page.</summary>
    public const int LongestSide = 2_480;

    /// <summary>The size in bytes above which a picture is stored as a JPEG, and a JPEG with less quality.</summary>
    public const int MostBytes = 3_000_000;

    /// <summary>The picture, or what is wrong with the file.</summary>
    public static (Picture? Picture, PictureFault? Fault) Read(byte[] file) => Read(file, LongestSide);

    /// <inheritdoc cref="Read(byte[])"/>
    internal static (Picture? Picture, PictureFault? Fault) Read(byte[] file, int longestSide)
    {
        var isJpeg = JpegFile.Is(file);
        if (!isJpeg && !PngFile.Is(file))
        {
            return (null, PictureFault.UnknownFormat);
        }

        return (isJpeg ? JpegFile.Read(file) : PngFile.Read(file)) switch
        {
            null or { Width: <= 0 } or { Height: <= 0 } => (null, PictureFault.Broken),
            var source when (long)source.Width * source.Height > MostPixels => (null, PictureFault.TooManyPixels),
            { Scans: > MostScans } => (null, PictureFault.TooManyScans),
            var source => PictureDecoder.Decode(source, longestSide) is { } picture ? (picture, null) : (null, PictureFault.Broken),
        };
    }
}
