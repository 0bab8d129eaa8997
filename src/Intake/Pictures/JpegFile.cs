using System.Buffers.Binary;

namespace Ita.Intake.Pictures;

/// <summary>
/// A JPEG, segment by segment. Kept are the image's own and what its colours need (JFIF, Adobe, colour profile); all other application
/// segments and comments go, and so does what follows the end: telephones put a second picture there, with its own position.
/// </summary>
internal static class JpegFile
{
    private const byte Start = 0xd8;
    private const byte End = 0xd9;
    private const byte Scan = 0xda;
    private const byte Comment = 0xfe;

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xff, Start, 0xff]);

    /// <summary>Null when it is broken.</summary>
    public static Picture? Read(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        var (width, height, orientation) = (0, 0, ExifOrientation.Upright);
        for (var at = 2; Marker(file, ref at) is { } marker;)
        {
            if (marker == End)
            {
                return Picture(width, height, orientation, kept);
            }

            if (Segment(file, at) is not { Length: >= 2 } segment)
            {
                return null;
            }

            orientation = marker == 0xe1 ? ExifOrientation.Find(segment) ?? orientation : orientation;
            if (IsFrame(marker) && segment.Length >= 7)
            {
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
            }

            var length = segment.Length + (marker == Scan ? ScanLength(file[(at + segment.Length)..]) : 0);
            if (IsKept(marker, segment))
            {
                kept.Write([0xff, marker]);
                kept.Write(file.Slice(at, length));
            }

            at += length;
        }

        return null;
    }

    private static Picture Picture(int width, int height, int orientation, MemoryStream kept)
    {
        byte[] bytes = [0xff, Start, .. ExifOrientation.Segment(orientation), .. kept.ToArray(), 0xff, End];
        return orientation >= ExifOrientation.FirstOnItsSide ? new("image/jpeg", height, width, bytes) : new("image/jpeg", width, height, bytes);
    }

    // Any number of FF bytes may precede a marker.
    private static byte? Marker(ReadOnlySpan<byte> file, ref int at)
    {
        if (at >= file.Length || file[at] != 0xff)
        {
            return null;
        }

        while (at < file.Length && file[at] == 0xff)
        {
            at++;
        }

        return at < file.Length ? file[at++] : null;
    }

    // With its two bytes of length, which count themselves.
    private static ReadOnlySpan<byte> Segment(ReadOnlySpan<byte> file, int at)
    {
        var length = at + 2 <= file.Length ? BinaryPrimitives.ReadUInt16BigEndian(file[at..]) : 0;
        return at + length <= file.Length ? file.Slice(at, length) : [];
    }

    // Image data run to the next marker that is neither a stuffed byte nor a restart.
    private static int ScanLength(ReadOnlySpan<byte> data)
    {
        for (var at = 0; at + 1 < data.Length; at++)
        {
            if (data[at] == 0xff && data[at + 1] is not (0x00 or (>= 0xd0 and <= 0xd7) or 0xff))
            {
                return at;
            }
        }

        return data.Length;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc);

    private static bool IsKept(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        0xe0 => segment[2..].StartsWith("JFIF\0"u8),
        0xe2 => segment[2..].StartsWith("ICC_PROFILE\0"u8),
        0xee => segment[2..].StartsWith("Adobe"u8),
        >= 0xe0 and <= 0xef => false,
        _ => marker != Comment,
    };
}
