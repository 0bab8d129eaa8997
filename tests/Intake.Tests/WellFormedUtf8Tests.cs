using System.Text;
using System.Text.Unicode;
using Ita.Intake.Decoding;

namespace Ita.Intake.Tests;

public class WellFormedUtf8Tests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("2566,กขค,é,𝟙𐀀,\u07FF\uFFFD๑๒๓ plain text of letters that take one byte each", 4)));

    [Fact]
    public void Agrees_with_the_framework_on_changed_text()
    {
        var random = new Random(11);
        for (var round = 0; round < 50_000; round++)
        {
            var bytes = Text[random.Next(16)..(Text.Length - random.Next(100))];
            for (var change = random.Next(3); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Assert.Equal(Utf8.IsValid(bytes), WellFormedUtf8.IsValid(bytes));
        }
    }

    [Fact]
    public void Agrees_on_every_pair_and_on_letters_at_the_edges_of_what_is_allowed()
    {
        byte[] edges = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF];
        var bytes = Encoding.ASCII.GetBytes(new string('x', 80));
        foreach (var (a, b, c, d) in from a in edges from b in edges from c in edges from d in edges select (a, b, c, d))
        {
            foreach (var at in (int[])[0, 14, 33, 76])
            {
                byte[] changed = [.. bytes[..at], a, b, c, d, .. bytes[(at + 4)..]];
                if (Utf8.IsValid(changed) != WellFormedUtf8.IsValid(changed))
                {
                    Assert.Fail($"{a:X} {b:X} {c:X} {d:X} at {at}");
                }
            }
        }
    }
}
