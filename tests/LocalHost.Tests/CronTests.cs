using System.Globalization;
using Ita.LocalHost.Timers;

namespace Ita.LocalHost.Tests;

public sealed class CronTests
{
    [Theory]
    [InlineData("0 0 3 2 1 *", "2026-11-20 00:00:00", "2027-01-02 03:00:00")]
    [InlineData("0 0 3 2 1 *", "2026-01-02 02:59:59", "2026-01-02 03:00:00")]
    [InlineData("0 0 3 2 1 *", "2026-01-02 03:00:00", "2027-01-02 03:00:00")]
    [InlineData("* * * * * *", "2026-11-20 23:59:59", "2026-11-21 00:00:00")]
    [InlineData("*/15 * * * * *", "2026-11-20 10:00:46", "2026-11-20 10:01:00")]
    [InlineData("0 */5 * * * *", "2026-11-20 10:00:00", "2026-11-20 10:05:00")]
    [InlineData("0 5/20 * * * *", "2026-11-20 10:25:00", "2026-11-20 10:45:00")]
    [InlineData("0 10-40/10 9 * * *", "2026-11-20 09:40:00", "2026-11-21 09:10:00")]
    [InlineData("0 30 8 * * Mon-Fri", "2026-11-20 08:30:00", "2026-11-23 08:30:00")]
    [InlineData("0 0 0 1 Jan,July *", "2026-11-20 00:00:00", "2027-01-01 00:00:00")]
    [InlineData("0 0 0 29 2 *", "2026-11-20 00:00:00", "2028-02-29 00:00:00")]
    [InlineData("0 0 0 13 * 5", "2026-03-14 00:00:00", "2026-11-13 00:00:00")]
    [InlineData("0,30 59 23 31 12 *", "2026-12-31 23:59:00", "2026-12-31 23:59:30")]
    [InlineData("30 9 * * *", "2026-11-20 09:30:00", "2026-11-21 09:30:00")]
    public void The_next_occurrence_is_strictly_after_the_moment(string schedule, string moment, string next) =>
        Assert.Equal(Utc(next), Cron.Parse(schedule).NextAfter(Utc(moment)));

    [Fact]
    public void Fractions_of_a_second_do_not_make_an_occurrence_come_twice() =>
        Assert.Equal(Utc("2026-11-20 10:00:01"), Cron.Parse("* * * * * *").NextAfter(Utc("2026-11-20 10:00:00").AddTicks(1)));

    [Fact]
    public void A_moment_in_Bangkok_is_understood_in_UTC() =>
        Assert.Equal(Utc("2026-01-02 03:00:00"), Cron.Parse("0 0 3 2 1 *").NextAfter(new(2026, 1, 2, 9, 0, 0, TimeSpan.FromHours(7))));

    [Fact]
    public void The_thirtieth_of_February_never_comes() =>
        Assert.Null(Cron.Parse("0 0 0 30 2 *").NextAfter(Utc("2026-11-20 00:00:00")));

    [Theory]
    [InlineData("0 0 3", "no schedule")]
    [InlineData("60 0 0 * * *", "'60' is no second")]
    [InlineData("0 0 24 * * *", "'24' is no hour")]
    [InlineData("0 0 0 0 * *", "'0' is no day")]
    [InlineData("0 0 0 * 13 *", "'13' is no month")]
    [InlineData("0 0 0 * * 7", "'7' is no day of week")]
    [InlineData("0 0 0 * Ja *", "'Ja' is no month")]
    [InlineData("0 5-1 0 * * *", "'5-1' is no minute")]
    [InlineData("0 */0 0 * * *", "'*/0' is no minute")]
    [InlineData("0 -1 0 * * *", "no minute")]
    public void A_wrong_field_is_named(string schedule, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => Cron.Parse(schedule)).Message, StringComparison.Ordinal);

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
