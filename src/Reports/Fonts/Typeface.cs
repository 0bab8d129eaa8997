using System.Buffers.Binary;

namespace Ita.Reports.Fonts;

/// <summary>The table of a TrueType font that maps characters to glyphs (cmap, format 4).</summary>
internal sealed class Typeface(byte[] font)
{
    private const int WindowsUnicode = 0x0003_0001;

    /// <summary>The glyph number of a character; 0 when the font does not have it.</summary>
    public int GlyphOf(char letter)
    {
        var map = Map;
        var segments = U16(map + 6) / 2;
        var (ends, starts, deltas, ranges) = (map + 14, map + 16 + (segments * 2), map + 16 + (segments * 4), map + 16 + (segments * 6));
        var at = Enumerable.Range(0, segments).First(segment => U16(ends + (segment * 2)) >= letter) * 2;
        if (U16(starts + at) > letter)
        {
            return 0;
        }

        var range = U16(ranges + at);
        var glyph = range == 0 ? letter : U16(ranges + at + range + ((letter - U16(starts + at)) * 2));
        return (glyph + U16(deltas + at)) & 0xffff;
    }

    private int Map
    {
        get
        {
            var table = Enumerable.Range(0, U16(4)).Select(index => 12 + (index * 16)).First(at => font.AsSpan(at, 4).SequenceEqual("cmap"u8));
            var start = U32(table + 8);
            var entry = Enumerable.Range(0, U16(start + 2)).Select(index => start + 4 + (index * 8)).First(at => U32(at) == WindowsUnicode);
            return start + U32(entry + 4);
        }
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at));

    private int U32(int at) => BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(at));
}
