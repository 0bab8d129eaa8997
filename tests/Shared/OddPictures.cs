using System.Buffers.Binary;
using System.Text;

namespace Ita.Tests;

/// <summary>Pictures that are rare, or made to cost time or memory.</summary>
public static class OddPictures
{
    private const string SmallProgressive =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBD"
        + "AQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wgARCAAMABADAREAAhEBAxEB/8QAFgABAQEA"
        + "AAAAAAAAAAAAAAAAAAYH/8QAFwEBAQEBAAAAAAAAAAAAAAAAAAgFB//aAAwDAQACEAMQAAABwruGrXyrSgH/xAAWEAADAAAAAAAAAAAAAAAAAAADFCD/2gAIAQEA"
        + "AQUCQPH/xAAaEQAABwAAAAAAAAAAAAAAAAACBRYgU6LS/9oACAEDAQE/AUedwWBpn//EABoRAAAHAAAAAAAAAAAAAAAAAAIFFiBUotL/2gAIAQIBAT8BW5BIqPLP"
        + "/8QAFxAAAwEAAAAAAAAAAAAAAAAAASAyof/aAAgBAQAGPwKNCf/EABYQAAMAAAAAAAAAAAAAAAAAACDR8P/aAAgBAQABPyGLg//aAAwDAQACAAMAAAAQ/wD/AP/E"
        + "ABQRAQAAAAAAAAAAAAAAAAAAACD/2gAIAQMBAT8QDH//xAAUEQEAAAAAAAAAAAAAAAAAAAAg/9oACAECAQE/EA5//8QAFBABAAAAAAAAAAAAAAAAAAAAIP/aAAgB"
        + "AQABPxAYf//Z";

    private const string SmallCmyk =
        "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwPFxgWFBgSFBUU/9sAQwED"
        + "BAQFBAUJBQUJFA0LDRQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU/8AAFAgADAAQBAERAAIRAQMRAQQRAP/EABcAAQAD"
        + "AAAAAAAAAAAAAAAAAAAHCAn/xAAaEAEAAQUAAAAAAAAAAAAAAAAAAwUWVKPS/8QAFwEBAQEBAAAAAAAAAAAAAAAAAAkGCP/EABwRAQABBAMAAAAAAAAAAAAAAAAD"
        + "Bhej0wdUVf/aAA4EAQACEQMRBAAAPwC81+0LO0ycuHLI8gedlg2MpeCiO/jm1tU0QqrJqgAAP//Z";

    private const string SmallWebP =
        "UklGRmAAAABXRUJQVlA4IFQAAACQAgCdASoQAAwAAMASJagCdLoB+AH4AAMm5PqDEAD+/8pJYvHF/e054AR//3IG//V6f86Gt/7UzWA6r/GX/8E4/+jz/yOsz/Yg"
        + "/1dF+rov/U2gAAA=";

    /// <summary>A drawing (SVG) that takes the browser minutes to print: it draws each texture.</summary>
    public static string SlowDrawing { get; } =
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000"><filter id="f" x="0" y="0" width="1" height="1">
        {Repeated(number => $"<feTurbulence baseFrequency='0.9' numOctaves='250' seed='{number}' result='t{number}'/>")}
        <feMerge>{Repeated(number => $"<feMergeNode in='t{number}'/>")}</feMerge>
        </filter><rect width="2000" height="2000" filter="url(#f)"/></svg>
        """;

    /// <summary>16 x 12, red with a blue quarter at the top left, in ten scans.</summary>
    public static byte[] ProgressiveJpeg { get; } = Convert.FromBase64String(SmallProgressive);

    /// <summary>The same picture in the four inks of a printing press.</summary>
    public static byte[] CmykJpeg { get; } = Convert.FromBase64String(SmallCmyk);

    public static byte[] WebP { get; } = Convert.FromBase64String(SmallWebP);

    /// <summary>A grey PNG of 16 bits a pixel.</summary>
    public static byte[] DeepPng { get; } = Png(5, 4, depth: 16, data: new byte[4 * 11]);

    // A table with one code, "0": the next 16,384 blocks have nothing in this scan. Fourteen zero bits say that it is no more than those.
    private static readonly byte[] EmptyBlocks = [0xff, 0xc4, 0, 20, 0x10, 1, .. new byte[15], 0xe0];

    /// <summary>A progressive JPEG with <paramref name="more"/> scans that change nothing before its end. A decoder passes over all pixels for
    /// each of them.</summary>
    public static byte[] WithEmptyScans(int more, ushort width = 16, ushort height = 12)
    {
        var runs = (((width + 7) / 8 * ((height + 7) / 8)) + 16_383) / 16_384;
        byte[] scan = [0xff, 0xda, 0, 8, 1, 1, 0, 1, 63, 0x10, .. new byte[(runs * 15 / 8) + 1]];
        var jpeg = ProgressiveJpeg.ToArray();
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xff, 0xc2]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), width);
        return [.. jpeg[..^2], .. EmptyBlocks, .. Enumerable.Repeat(scan, more).SelectMany(bytes => bytes), 0xff, 0xd9];
    }

    /// <summary>A JPEG whose second frame says another size than the first.</summary>
    public static byte[] WithSecondFrame(ushort width, ushort height)
    {
        var jpeg = PictureFiles.Jpeg;
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xff, 0xc0]);
        var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(frame + 2)) + 2;
        var second = jpeg[frame..(frame + length)];
        BinaryPrimitives.WriteUInt16BigEndian(second.AsSpan(5), height);
        BinaryPrimitives.WriteUInt16BigEndian(second.AsSpan(7), width);
        return [.. jpeg[..(frame + length)], .. second, .. jpeg[(frame + length)..]];
    }

    /// <summary>A grey PNG with further chunks after its header.</summary>
    /// <param name="data">The rows, each with its filter byte; blank rows when null.</param>
    public static byte[] Png(int width, int height, byte depth = 8, byte[]? data = null, byte[]? chunks = null)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = depth;
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1a, 0x0a,
            .. PictureFiles.Chunk("IHDR", head), .. chunks ?? [],
            .. PictureFiles.Chunk("IDAT", PictureFiles.Deflated(data ?? new byte[height * (width + 1)])), .. PictureFiles.Chunk("IEND", []),
        ];
    }

    /// <summary>A chunk whose compressed content is <paramref name="length"/> bytes long.</summary>
    public static byte[] CompressedChunk(string type, int length) =>
        PictureFiles.Chunk(type, [.. Encoding.ASCII.GetBytes("name"), 0, 0, .. PictureFiles.Deflated(new byte[length])]);

    /// <summary>What makes a PNG an animation of <paramref name="frames"/> frames.</summary>
    public static byte[] Animation(int frames)
    {
        var control = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(control, frames);
        var frame = PictureFiles.Chunk("fcTL", new byte[26]);
        return [.. PictureFiles.Chunk("acTL", control), .. Enumerable.Repeat(frame, frames).SelectMany(bytes => bytes)];
    }

    private static string Repeated(Func<int, string> part) => string.Concat(Enumerable.Range(0, 10_000).Select(part));
}
