using System.Buffers.Binary;

namespace Ita.Intake.Pictures;

/// <summary>A PNG, chunk by chunk. Kept are the image and what its colours need; texts, dates, Exif,
/// animation and what follows the end are removed.</summary>
internal static class PngFile
{
    private const int FrameLength = 12;

    private static readonly HashSet<string> Kept =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "pHYs"];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>Null when it is broken.</summary>
    public static Picture? Read(ReadOnlySpan<byte> file)
    {
        var kept = new MemoryStream(file.Length);
        kept.Write(Signature);
        var (width, height) = (0u, 0u);
        for (var rest = file[Signature.Length..]; rest.Length >= FrameLength;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - FrameLength)
            {
                return null;
            }

            var chunk = rest[..((int)length + FrameLength)];
            var type = System.Text.Encoding.Latin1.GetString(chunk.Slice(4, 4));
            if (type == "IHDR" && length >= 8)
            {
                (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]));
            }

            kept.Write(Kept.Contains(type) ? chunk : []);
            if (type == "IEND")
            {
                return width > int.MaxValue || height > int.MaxValue ? null : new("image/png", (int)width, (int)height, kept.ToArray());
            }

            rest = rest[chunk.Length..];
        }

        return null;
    }
}
