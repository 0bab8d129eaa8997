using System.Buffers.Binary;

namespace Ita.Intake.Pictures;

/// <summary>
/// A JPEG, segment by segment. Only what the image and its colours need is passed on (JFIF, Adobe, colour profile); all other application
/// segments and comments are removed, and so is what follows the end: telephones put a second picture there, with its own position.
/// </summary>
internal static class JpegFile
{
    private const byte Start = 0xd8;
    private const byte End = 0xd9;
    private const byte Scan = 0xda;
    private const byte Comment = 0xfe;

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xff, Start, 0xff]);

    /// <summary>Null when it is broken or has a second frame.</summary>
    public static PictureSource? Read(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write([0xff, Start]);
        var found = new PictureSource(IsJpeg: true, 0, 0, ExifOrientation.Upright, Scans: 0, []);
        for (var at = 2; Marker(file, ref at) is { } marker;)
        {
            if (marker == End)
            {
                kept.Write([0xff, End]);
                return found with { Bytes = kept.ToArray() };
            }

            if (Segment(file, at) is not { Length: >= 2 } segment || Add(found, marker, segment) is not { } added)
            {
                return null;
            }

            found = added;
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

    // Null for a frame that is too short, or the second one: a decoder may use either size.
    private static PictureSource? Add(PictureSource found, byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        0xe1 => found with { Orientation = ExifOrientation.Find(segment) ?? found.Orientation },
        Scan => found with { Scans = found.Scans + 1 },
        _ when !IsFrame(marker) => found,
        _ when segment.Length < 8 || found.Width > 0 => null,
        _ => found with
        {
            Height = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]),
            Width = BinaryPrimitives.ReadUInt16BigEndian(segment[5..]),
        },
    };

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
