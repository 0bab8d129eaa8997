using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Ita.Tests;

/// <summary>Pictures as people would send them, made here: a JPEG with all that a telephone writes into one, and a PNG with texts.</summary>
public static class PictureFiles
{
    /// <summary>Part of everything that must not be kept.</summary>
    public const string Secret = "13.7563N 100.5018E SECRET";

    private const string Gradient =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//"
        + "2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAwAEADASIAAhEBAxEB/8QA"
        + "FgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAGAEBAQADAAAAAAAAAAAAAAAAAAYDBAX/xAAWEQEBAQAAAAAAAAAAAAAA"
        + "AAAAExT/2gAMAwEAAhEDEQA/AMTEivjhHFpsYpoIkV8cI4bCaCJFfHCOGwmgiRXxwjhsJr4kV8cI4k9joTQRIr44Rw2E0ESK+OEcNhNBEivjhHDYTXxIr44R"
        + "xKbG/NBEivjhHDYTQRIr44Rw2E0ESK+OEcNhN//Z";

    /// <summary>64 x 48, clean.</summary>
    public static byte[] Jpeg { get; } = Convert.FromBase64String(Gradient);

    /// <summary><see cref="Jpeg"/> with Exif (position, orientation), XMP, a comment, a maker's segment, and a second picture behind
    /// the end.</summary>
    public static byte[] FromTelephone(byte orientation) => FromTelephone(orientation, Jpeg);

    /// <inheritdoc cref="FromTelephone(byte)"/>
    public static byte[] FromTelephone(byte orientation, byte[] jpeg) =>
    [
        .. jpeg[..2],
        .. Segment(0xe1, [.. "Exif\0\0"u8, .. Tiff(orientation)]),
        .. Segment(0xe1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.ASCII.GetBytes(Secret)]),
        .. Segment(0xe4, Encoding.ASCII.GetBytes(Secret)),
        .. Segment(0xfe, Encoding.ASCII.GetBytes(Secret)),
        .. jpeg[2..],
        .. Encoding.ASCII.GetBytes(Secret),
        .. Jpeg,
    ];

    /// <summary>A grey PNG of one byte a pixel, with a text, a time and something behind its end.</summary>
    public static byte[] Png(int width, int height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 8;
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1a, 0x0a,
            .. Chunk("IHDR", head), .. Chunk("tEXt", Encoding.ASCII.GetBytes("Author\0" + Secret)), .. Chunk("tIME", new byte[7]),
            .. Chunk("IDAT", Deflated(new byte[height * (width + 1)])), .. Chunk("IEND", []), .. Encoding.ASCII.GetBytes(Secret),
        ];
    }

    // Little-endian, two entries: orientation, and a description that says where it was taken.
    private static byte[] Tiff(byte orientation) =>
    [
        .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
        0x0e, 0x01, 2, 0, (byte)Secret.Length, 0, 0, 0, 38, 0, 0, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
        0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret),
    ];

    internal static byte[] Segment(byte marker, byte[] content) =>
        [0xff, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    internal static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        var frame = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(frame, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), Crc(named));
        return [.. frame[..4], .. named, .. frame[4..]];
    }

    internal static byte[] Deflated(byte[] data)
    {
        using var bytes = new MemoryStream();
        using (var zlib = new ZLibStream(bytes, CompressionLevel.Optimal))
        {
            zlib.Write(data);
        }

        return bytes.ToArray();
    }

    private static uint Crc(byte[] data) => ~data.Aggregate(uint.MaxValue, (crc, one) => Enumerable.Range(0, 8)
        .Aggregate(crc ^ one, (value, _) => (value >> 1) ^ ((value & 1) * 0xedb88320)));
}
