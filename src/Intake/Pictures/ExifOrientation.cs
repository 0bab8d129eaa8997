using System.Buffers.Binary;

namespace Ita.Intake.Pictures;

/// <summary>
/// The orientation that a camera writes: how the stored picture is turned. Without it, half of all photographs would be shown on their side.
/// </summary>
internal static class ExifOrientation
{
    public const int Upright = 1;

    /// <summary>From here to 8 width and height are exchanged.</summary>
    public const int FirstOnItsSide = 5;

    private const int Last = 8;
    private const int Tag = 0x0112;
    private const int EntryLength = 12;

    /// <summary>1 to 8; null when the segment does not say.</summary>
    /// <param name="segment">An APP1 segment from its length on.</param>
    public static int? Find(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 16 || !segment[2..].StartsWith("Exif\0\0"u8))
        {
            return null;
        }

        var tiff = segment[8..];
        var little = tiff.StartsWith("II"u8);
        var at = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (at + 2 > (uint)tiff.Length)
        {
            return null;
        }

        var entries = tiff[((int)at + 2)..];
        for (var left = Short(tiff[(int)at..], little); left > 0 && entries.Length >= EntryLength; left--, entries = entries[EntryLength..])
        {
            if (Short(entries, little) == Tag)
            {
                return Short(entries[8..], little) is >= Upright and <= Last and var orientation ? orientation : null;
            }
        }

        return null;
    }

    private static int Short(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
