using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Scoring;

public class ScoreKeyTests
{
    /// <summary>Results list their figures in this order, and stored results must not change by a byte.</summary>
    [Fact]
    public void Keys_are_in_the_order_of_their_texts()
    {
        var framework = FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(2566));
        string?[] parts = [null, "EIT1", "EIT2"];
        var keys = framework.Items.Select(item => item.Code)
            .Concat(framework.Indicators.Select(indicator => ScoreKey.Indicator(indicator.Number).Code))
            .Concat(["9.1", "10.1", "EIT", "EIT1", ScoreKey.TotalCode])
            .SelectMany(code => parts.Select(part => new ScoreKey(code, part)))
            .ToList();

        Assert.All(keys, one => Assert.All(keys, other => Assert.Equal(
            Math.Sign(string.CompareOrdinal(one.ToString(), other.ToString())), Math.Sign(one.CompareTo(other)))));
    }
}
