using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

public class RateLimitTests
{
    private static readonly RateLimit Limit = new(3, TimeSpan.FromMinutes(15));
    private static readonly DateTimeOffset Noon = new(2024, 4, 1, 12, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void Allows_the_limit_per_window_and_states_how_long_to_wait()
    {
        RateCount? count = null;
        var outcomes = Enumerable.Range(0, 5).Select(minute =>
        {
            var take = Limit.Take(count, Noon.AddMinutes(minute));
            count = take.After;
            return take.Wait;
        }).ToList();

        Assert.Equal([null, null, null, TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(11)], outcomes);
        Assert.Equal(3, count!.Tries);
    }

    [Theory]
    [InlineData(899, false)]
    [InlineData(900, true)]
    [InlineData(901, true)]
    public void The_next_window_starts_from_zero(int seconds, bool isAllowed)
    {
        var full = new RateCount(Limit.Take(null, Noon).After.WindowStart, 3);

        Assert.Equal(isAllowed, Limit.Take(full, Noon.AddSeconds(seconds)).IsAllowed);
    }

    [Fact]
    public void Only_the_window_is_stored_and_no_exact_time() => Assert.Equal(
        Limit.Take(null, Noon.AddSeconds(1)).After, Limit.Take(null, Noon.AddMinutes(14)).After);

    [Fact]
    public void A_refusal_names_the_wait_in_whole_seconds()
    {
        var full = new RateCount(Limit.Take(null, Noon).After.WindowStart, 3);

        Assert.Contains(" 900 ", Limit.Take(full, Noon.AddMilliseconds(1)).Problem!.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_lets_something_through()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit(0, TimeSpan.FromMinutes(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RateLimit(1, TimeSpan.Zero));
    }
}
