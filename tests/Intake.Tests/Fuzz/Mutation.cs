using System.Text;

namespace Ita.Intake.Tests.Fuzz;

/// <summary>A few random changes of a file: bytes flipped, cut out, doubled, swapped, or awkward text put in.</summary>
internal static class Mutation
{
    private const int MostChanges = 4;

    private static readonly byte[][] Awkward =
    [
        .. new[]
        {
            "\"", "\"\"", ",", ";", "\t", "\r", "\n", "\0", "\uFFFD", "\u200B", "\u00A0", "-1",
            "1e400", "99999999999999999999999999999999", "๙๙๙๙", "%", "=1+1",
            "{value}", "sep=;\n", "<", "]]>", "&#0;", "&amp;", "<!DOCTYPE a>", "<row>", "<c t=\"s\"><v>9</v></c>",
            "r=\"-1\"", "2563", "I1", "i1,i01,", "TOTAL", "..", "ind99",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0x80], [0xE0, 0xB8], [0xED, 0xA0, 0x80], [0x1A],
    ];

    public static byte[] Of(byte[] file, Random random)
    {
        var bytes = new List<byte>(file);
        for (var change = random.Next(MostChanges + 1); change > 0 && bytes.Count > 0; change--)
        {
            Change(bytes, random);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 40), bytes.Count - at);
        switch (random.Next(6))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.InsertRange(at, Enumerable.Repeat(bytes[at], random.Next(2000)));
                break;
            default:
                bytes.InsertRange(at, Awkward[random.Next(Awkward.Length)]);
                break;
        }
    }
}
