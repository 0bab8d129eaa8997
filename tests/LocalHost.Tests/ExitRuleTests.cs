using Ita.LocalHost.Handling;

namespace Ita.LocalHost.Tests;

public sealed class ExitRuleTests
{
    private readonly ManualClock clock = new(new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Exit_code_0_leaves_the_app_dead() => Assert.Equal(AfterExit.LeaveDead, new ExitRule(clock).Exited(0));

    [Fact]
    public void Exit_code_200_restarts_however_often()
    {
        var rule = new ExitRule(clock);
        Assert.All(Enumerable.Repeat(200, 10), code => Assert.Equal(AfterExit.Restart, rule.Exited(code)));
    }

    [Fact]
    public void The_third_error_shuts_the_host_down()
    {
        var rule = new ExitRule(clock);
        Assert.Equal([AfterExit.Restart, AfterExit.Restart, AfterExit.ShutDown], new[] { rule.Exited(1), rule.Failed(), rule.Exited(137) });
    }

    [Theory]
    [InlineData(30, nameof(AfterExit.ShutDown))]
    [InlineData(31, nameof(AfterExit.Restart))]
    public void Errors_are_forgotten_after_30_minutes(int minutes, string expected)
    {
        var rule = new ExitRule(clock);
        rule.Exited(1);
        rule.Exited(1);
        clock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(expected, rule.Exited(1).ToString());
    }
}
