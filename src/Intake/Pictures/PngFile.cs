using System.Buffers.Binary;
using System.IO.Compression;

namespace Ita.Intake.Pictures;

/// <summary>A PNG, chunk by chunk. Only what the image and its colours need is passed on; texts, dates, Exif, animation and what follows
/// the end are removed.</summary>
internal static class PngFile
{
    private const int FrameLength = 12;
    private const int DataAt = 8;

    /// <summary>A colour profile is compressed. A larger one is removed, because a file of a few kilobytes could fill the memory.</summary>
    private const int LargestProfile = 1_000_000;

    private static readonly HashSet<string> Needed = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sRGB"];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>Null when it is broken.</summary>
    public static PictureSource? Read(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(Signature);
        var (width, height) = (0, 0);
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var rest = file[Signature.Length..]; rest.Length >= FrameLength;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - FrameLength)
            {
                return null;
            }

            var chunk = rest[..((int)length + FrameLength)];
            var type = Encoding.Latin1.GetString(chunk.Slice(4, 4));
            if (type == "IHDR" && length >= 8)
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(chunk[DataAt..]), BinaryPrimitives.ReadInt32BigEndian(chunk[12..]));
            }

            var isFirst = found.Add(type);
            if (!isFirst && type is ("IHDR" or "PLTE"))
            {
                return null;
            }

            kept.Write(IsKept(type, isFirst, chunk) ? chunk : []);
            if (type == "IEND")
            {
                return new(IsJpeg: false, width, height, ExifOrientation.Upright, Scans: 1, kept.ToArray());
            }

            rest = rest[chunk.Length..];
        }

        return null;
    }

    private static bool IsKept(string type, bool isFirst, ReadOnlySpan<byte> chunk) =>
        Needed.Contains(type) && (isFirst || type == "IDAT") && (type != "iCCP" || IsSmallProfile(chunk[DataAt..^4]));

    // A name, a zero, the compression method, and the compressed profile.
    private static bool IsSmallProfile(ReadOnlySpan<byte> data)
    {
        var name = data.IndexOf((byte)0);
        if (name < 0 || name + 2 > data.Length)
        {
            return false;
        }

        using var zlib = new ZLibStream(new MemoryStream(data[(name + 2)..].ToArray()), CompressionMode.Decompress);
        try
        {
            return zlib.ReadAtLeast(new byte[LargestProfile + 1], LargestProfile + 1, throwOnEndOfStream: false) <= LargestProfile;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
