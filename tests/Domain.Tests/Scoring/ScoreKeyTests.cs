using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Scoring;

public sealed class ScoreKeyTests
{
    // Codes that begin alike, with signs before and after @ in the order of characters.
    private static readonly string[] Texts =
        ["E1", "E1@EIT1", "E1@EIT2", "E10", "E10@EIT1", "E1A", "E1A@EIT1", "E2", "9", "9.1", "9.1@EIT1", "IND1", "IND1@EIT2", "IND10@EIT2", "TOTAL", ""];

    [Fact]
    public void Keys_are_in_the_order_of_their_texts()
    {
        foreach (var one in Texts)
        {
            foreach (var other in Texts)
            {
                Assert.Equal(
                    Math.Sign(string.CompareOrdinal(one, other)),
                    Math.Sign(ScoreKey.Parse(one).CompareTo(ScoreKey.Parse(other))));
            }
        }
    }
}
