using System.Text;
using Ita.Intake.Answers;

namespace Ita.Intake.Tests;

public class KnownAnswersTests
{
    private static readonly string[] Spellings =
        ["0", "67", "100", "มาก", "น้อย", "มากที่สุด", "น้อยที่สุดหรือไม่มีเลย", new('ก', 32), new('ข', 33), new('ค', 200), "1234567", "12345678"];

    [Fact]
    public void Finds_each_spelling_it_was_told_and_no_other()
    {
        var known = new KnownAnswers();
        foreach (var (spelling, units) in Spellings.Select((spelling, units) => (spelling, units)))
        {
            known.Add(Encoding.UTF8.GetBytes(spelling), units);
        }

        foreach (var (spelling, units) in Spellings.Select((spelling, units) => (spelling, units)))
        {
            var bytes = Encoding.UTF8.GetBytes(spelling);
            Assert.True(known.TryFind(bytes, out var found), spelling);
            Assert.Equal(units, found);

            // One byte changed, anywhere; one too few, one too many.
            for (var at = 0; at < bytes.Length; at++)
            {
                bytes[at] ^= 0x80;
                Assert.False(known.TryFind(bytes, out _), $"{spelling} at {at}");
                bytes[at] ^= 0x80;
            }

            Assert.False(known.TryFind([.. bytes, (byte)'x'], out _), spelling);
            Assert.False(known.TryFind(bytes.AsSpan(..^1), out _) && !Spellings.Contains(spelling[..^1]), spelling);
        }
    }

    // Seven zeros and the length are the mark of an empty place; a workbook may write control signs as _x0000_.
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void Control_signs_are_no_answer(int length)
    {
        var cell = new byte[length];
        cell[^1] = (byte)length;

        Assert.False(new KnownAnswers().TryFind(cell, out _));
    }
}
