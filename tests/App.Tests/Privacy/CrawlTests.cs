using Ita.Reports.Text;

namespace Ita.App.Tests.Privacy;

/// <summary>What <see cref="Crawl"/> leaves out of its comparisons, so that the answer of a slow machine is no difference.</summary>
public sealed class CrawlTests
{
    private static readonly DateTimeOffset Read = new(2026, 11, 29, 16, 59, 59, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(86_400)]
    public void A_Thai_time_is_no_difference(int secondsLater) =>
        Assert.Equal(Neutral(ThaiDate.WithTime(Read)), Neutral(ThaiDate.WithTime(Read.AddSeconds(secondsLater))));

    [Theory]
    [InlineData("80.00", "80.01")]
    [InlineData("ร่าง", "ประกาศแล้ว")]
    [InlineData("7 คน", "8 คน")]
    public void Scores_states_and_counts_are_differences(string one, string other) => Assert.NotEqual(Neutral(one), Neutral(other));

    private static string Neutral(string text) => Crawl.Neutral($"ฉบับที่ 1 เมื่อ {text} โดย operator", "AGENCY-1");
}
